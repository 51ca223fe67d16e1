package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A {@link ReplacementEvent} about the request as a whole. */
public sealed interface RequestEvent extends ReplacementEvent {

    /** A manager wrote down a need; it is not sent yet. */
    record RequestCreated(UUID clientId, UUID requestId, Actor by) implements RequestEvent {

        @Override
        public String code() {
            return "request.created";
        }
    }

    /**
     * The need was changed.
     *
     * @param changes before and after of each changed field, as facts in groups of three: field, before, after
     * @param bookings the substitutes who are asked again
     */
    record RequestEdited(UUID clientId, UUID requestId, Actor by, List<String> changes, List<Booking> bookings)
            implements RequestEvent {

        @Override
        public String code() {
            return "request.edited." + changes.size() / 3;
        }

        @Override
        public List<String> facts() {
            return changes;
        }

        @Override
        public NoticeKind notice() {
            return NoticeKind.CHANGED;
        }
    }

    /** Shifts were added to the schedule; the first ones send the request. */
    record ScheduleDefined(UUID clientId, UUID requestId, Actor by, List<PlannedShift> planned, boolean sent)
            implements RequestEvent {

        static ScheduleDefined of(
                ReplacementRequest request, Actor by, Collection<PlannedShift> planned, boolean sent) {
            return new ScheduleDefined(
                    request.clientId(),
                    request.id(),
                    by,
                    planned.stream()
                            .sorted(Comparator.comparing(PlannedShift::startsAt))
                            .toList(),
                    sent);
        }

        @Override
        public String code() {
            return sent ? "request.submitted" : "schedule.added";
        }

        @Override
        public List<String> facts() {
            Instant last = planned.stream()
                    .map(PlannedShift::endsAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return List.of(
                    Fact.text(String.valueOf(planned.size())),
                    Fact.hours(
                            planned.stream().mapToInt(PlannedShift::paidMinutes).sum()),
                    Fact.instant(planned.get(0).startsAt()),
                    Fact.instant(last));
        }
    }

    /**
     * What was left of a request was cancelled.
     *
     * @param planned the shifts that were cancelled
     */
    record RequestCancelled(
            UUID clientId, UUID requestId, Actor by, List<PlannedShift> planned, String reason, List<Booking> bookings)
            implements RequestEvent {

        @Override
        public String code() {
            return "request.cancelled";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.text(String.valueOf(planned.size())));
        }

        @Override
        public NoticeKind notice() {
            return NoticeKind.CANCELLED;
        }
    }

    /** A draft was thrown away. */
    record RequestDeleted(UUID clientId, UUID requestId, Actor by, String requestCode) implements RequestEvent {

        @Override
        public String code() {
            return "request.deleted";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.text(requestCode));
        }
    }

    /** The service began to look for somebody. */
    record RequestTaken(UUID clientId, UUID requestId, Actor by) implements RequestEvent {

        @Override
        public String code() {
            return "request.taken";
        }
    }

    /** The service asks the manager something. */
    record InfoAsked(UUID clientId, UUID requestId, Actor by, String reason) implements RequestEvent {

        @Override
        public String code() {
            return "request.info-asked";
        }
    }

    /** The manager answered. */
    record InfoGiven(UUID clientId, UUID requestId, Actor by, String reason) implements RequestEvent {

        @Override
        public String code() {
            return "request.info-given";
        }
    }

    /** The service said no. */
    record RequestDeclined(UUID clientId, UUID requestId, Actor by, String reason) implements RequestEvent {

        @Override
        public String code() {
            return "request.declined";
        }
    }
}
