package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.substitute.Substitute;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A {@link ReplacementEvent} about shifts of the request and the substitutes assigned to them. */
public non-sealed interface ShiftEvent extends ReplacementEvent {

    /** What the end of a shift means: it was worked, or nobody was found for it. */
    static ShiftEvent over(ReplacementRequest request, Shift shift) {
        return shift.isWorked() ? ShiftWorked.of(request, shift) : ShiftUnfilled.of(request, shift);
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
            return planned.facts();
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
            return Stream.concat(planned.facts().stream(), Stream.of(Fact.text(substituteName)))
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

        static ShiftWorked of(ReplacementRequest request, Shift shift) {
            return new ShiftWorked(
                    request.clientId(),
                    request.id(),
                    Actor.PORTAL,
                    shift.id(),
                    request.facilityId(),
                    shift.substituteId().orElseThrow(),
                    shift.planned());
        }

        @Override
        public String code() {
            return "shift.worked";
        }

        @Override
        public List<String> facts() {
            return planned.facts();
        }
    }

    /** A shift is over, and nobody was found for it. */
    record ShiftUnfilled(UUID clientId, UUID requestId, Actor by, UUID shiftId, PlannedShift planned)
            implements ShiftEvent {

        static ShiftUnfilled of(ReplacementRequest request, Shift shift) {
            return new ShiftUnfilled(request.clientId(), request.id(), Actor.PORTAL, shift.id(), shift.planned());
        }

        @Override
        public String code() {
            return "shift.unfilled";
        }

        @Override
        public List<String> facts() {
            return planned.facts();
        }
    }
}
