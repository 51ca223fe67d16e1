package ca.releve.replacement.week;

import ca.releve.replacement.ShiftStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A shift in the calendar, in the user's language.
 *
 * @param substitute null for nobody
 */
public record WeekRow(
        UUID requestId,
        UUID facilityId,
        Instant startsAt,
        Instant endsAt,
        ShiftStatus status,
        String jobFunction,
        String ageGroup,
        Person substitute,
        Arrival arrival) {

    /** Who comes or came. */
    public record Person(UUID id, String name) {}

    /** Whether a confirmed substitute comes or came. */
    boolean expected() {
        return status == ShiftStatus.CONFIRMED || status == ShiftStatus.WORKED;
    }

    /** Whether the shift is going on and the manager may say that the substitute has not arrived. */
    public boolean mayBeLate(Instant now) {
        return status.mayBeLate(startsAt, endsAt, now) && now.isBefore(endsAt);
    }
}
