package ca.releve.replacement;

import ca.releve.format.TimeText;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.substitute.Substitute;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A {@link ReplacementEvent} about shifts of the request and the substitutes assigned to them. */
public sealed interface ShiftEvent extends ReplacementEvent {

    /** The day, start and end of a shift on its wall clock, as the facts 0 to 2 of a sentence. */
    private static List<String> when(PlannedShift planned) {
        return List.of(
                Fact.date(planned.day()),
                Fact.text(TimeText.format(planned.startTime())),
                Fact.text(TimeText.format(planned.endTime())));
    }

    /** The times of a shift were changed. */
    record ShiftChanged(
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
                            Stream.concat(when(it).stream(), Stream.of(Fact.text(String.valueOf(it.breakMinutes())))))
                    .toList();
        }
    }

    /** A shift was taken out of a request that was sent. */
    record ShiftCancelled(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID shiftId,
            PlannedShift planned,
            String reason,
            List<Booking> bookings)
            implements ShiftEvent {

        @Override
        public String code() {
            return "shift.cancelled";
        }

        @Override
        public NoticeKind notice() {
            return NoticeKind.CANCELLED;
        }

        @Override
        public List<String> facts() {
            return when(planned);
        }
    }

    /** Somebody was found for one or more shifts. */
    record SubstituteConfirmed(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID substituteId,
            String substituteName,
            boolean qualified,
            List<Booking> bookings)
            implements ShiftEvent {

        static SubstituteConfirmed of(ReplacementRequest request, Actor by, Substitute substitute, List<Shift> shifts) {
            return new SubstituteConfirmed(
                    request.clientId(),
                    request.id(),
                    by,
                    substitute.id(),
                    substitute.name(),
                    substitute.isQualified(),
                    shifts.stream()
                            .sorted(Comparator.comparing(Shift::startsAt))
                            .flatMap(it -> it.booking().stream())
                            .toList());
        }

        @Override
        public String code() {
            return "substitute.confirmed";
        }

        @Override
        public List<String> facts() {
            Instant last = bookings.stream()
                    .map(it -> it.planned().endsAt())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return List.of(
                    Fact.text(substituteName),
                    Fact.text(String.valueOf(bookings.size())),
                    Fact.instant(bookings.get(0).planned().startsAt()),
                    Fact.instant(last));
        }

        @Override
        public NoticeKind notice() {
            return NoticeKind.CONFIRMED;
        }
    }

    /**
     * Something about one shift and its substitute changed: reconfirmed, released, absent, given up.
     *
     * @param bookings a substitute who is released
     */
    record ShiftSettled(
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
            return "shift." + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        @Override
        public List<String> facts() {
            return Stream.concat(when(planned).stream(), Stream.of(Fact.text(substituteName)))
                    .toList();
        }

        @Override
        public NoticeKind notice() {
            return NoticeKind.RELEASED;
        }
    }

    /**
     * The client says that the substitute of a shift has not arrived.
     *
     * @param bookings the substitute, who is called
     */
    record SubstituteLate(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID shiftId,
            PlannedShift planned,
            String substituteName,
            List<Booking> bookings)
            implements ShiftEvent {

        @Override
        public String code() {
            return "shift.late";
        }

        @Override
        public List<String> facts() {
            return Stream.concat(when(planned).stream(), Stream.of(Fact.text(substituteName)))
                    .toList();
        }

        @Override
        public NoticeKind notice() {
            return NoticeKind.LATE;
        }
    }

    /**
     * A shift for which somebody was confirmed is over: her time entry can be filled in.
     *
     * @param planned what was planned for it
     */
    record ShiftWorked(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID shiftId,
            UUID facilityId,
            UUID substituteId,
            PlannedShift planned)
            implements ShiftEvent {

        @Override
        public String code() {
            return "shift.worked";
        }

        @Override
        public List<String> facts() {
            return when(planned);
        }
    }

    /** A shift is over, and nobody was found for it. */
    record ShiftUnfilled(UUID clientId, UUID requestId, Actor by, UUID shiftId, PlannedShift planned)
            implements ShiftEvent {

        @Override
        public String code() {
            return "shift.unfilled";
        }

        @Override
        public List<String> facts() {
            return when(planned);
        }
    }
}
