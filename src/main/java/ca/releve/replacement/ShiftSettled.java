package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something about one shift and its substitute changed: reconfirmed, released, absent, given up.
 *
 * @param bookings a substitute who is released
 */
public record ShiftSettled(
        UUID clientId,
        UUID requestId,
        Actor by,
        UUID shiftId,
        PlannedShift planned,
        Outcome outcome,
        String substituteName,
        String reason,
        List<Booking> bookings)
        implements ShiftEvent {

    /** What was settled. */
    public enum Outcome {
        /** She said yes again. */
        RECONFIRMED,
        /** She does not come; somebody else is looked for. */
        RELEASED,
        /** She did not come. */
        NO_SHOW,
        /** Nobody will be found. */
        GIVEN_UP;

        /** Whether nobody has to be called any more about what came before: that she is expected, or has not arrived. */
        public boolean endsItsCalls() {
            return this == RELEASED || this == NO_SHOW;
        }
    }

    @Override
    public String code() {
        return "shift." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<String> facts() {
        return Stream.concat(planned.facts().stream(), Stream.of(Fact.text(substituteName)))
                .toList();
    }

    @Override
    public NoticeKind notice() {
        return NoticeKind.RELEASED;
    }
}
