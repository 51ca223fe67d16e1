package ca.releve.replacement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A substitute on a shift, as a change found her there.
 *
 * @param before the times before the change
 * @param planned the times after it; the same ones if they did not change
 */
public record Booking(UUID assignmentId, UUID shiftId, UUID substituteId, PlannedShift before, PlannedShift planned) {

    /** A mail may be read too late if the shift begins sooner than this. */
    public static final Duration SOON = Duration.ofHours(24);

    Booking movedTo(PlannedShift after) {
        return new Booking(assignmentId, shiftId, substituteId, before, after);
    }

    /** The earlier start: she may be on her way to it. */
    public Instant startsAt() {
        return before.startsAt().isBefore(planned.startsAt()) ? before.startsAt() : planned.startsAt();
    }

    /** Whether there is nothing more to tell, since the shift is over. */
    public boolean isOver(Instant now) {
        return !planned.endsAt().isAfter(now);
    }

    /**
     * Whether she is called: she has no address, or the shift begins so soon that a mail may be read too late. The page that
     * promises and the change itself both ask this.
     */
    public static boolean isCalled(String email, Instant startsAt, Instant now) {
        return email.isBlank() || startsAt.isBefore(now.plus(SOON));
    }
}
