package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The times of a shift were changed. */
public record ShiftChanged(
        UUID clientId,
        UUID requestId,
        Actor by,
        UUID shiftId,
        PlannedShift before,
        PlannedShift after,
        Effect effect,
        List<Booking> bookings)
        implements ShiftEvent {

    /** What the change did to the substitute who was confirmed. */
    public enum Effect {
        /** There was none, or her times stay. */
        NONE,
        /** She is asked again. */
        TO_RECONFIRM,
        /** She is elsewhere at the new times; somebody else is looked for. */
        RELEASED
    }

    @Override
    public String code() {
        return switch (effect) {
            case NONE -> "shift.changed";
            case TO_RECONFIRM -> "shift.changed-to-reconfirm";
            case RELEASED -> "shift.changed-released";
        };
    }

    @Override
    public NoticeKind notice() {
        return effect == Effect.RELEASED ? NoticeKind.RELEASED : NoticeKind.CHANGED;
    }

    @Override
    public List<String> facts() {
        return Stream.of(before, after)
                .flatMap(it ->
                        Stream.concat(it.facts().stream(), Stream.of(Fact.text(String.valueOf(it.breakMinutes())))))
                .toList();
    }
}
