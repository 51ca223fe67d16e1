package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.web.TimeText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something that happened to a replacement request. Each becomes a line of its history in the same transaction; rooms above
 * listen to those that concern them.
 */
public sealed interface ReplacementEvent {

    UUID clientId();

    UUID requestId();

    Actor by();

    /** Code of the sentence {@code history.<code>}. */
    String code();

    /** The facts of that sentence. */
    List<String> facts();

    /** Why, in the person's own words; null where nobody was asked. */
    default String reason() {
        return null;
    }

    /** The day, start and end of a shift on its wall clock, as the facts 0 to 2 of a sentence. */
    private static List<String> when(PlannedShift planned) {
        return List.of(
                Fact.date(planned.day()),
                Fact.text(TimeText.format(planned.startTime())),
                Fact.text(TimeText.format(planned.endTime())));
    }

    /** A manager wrote down a need; it is not sent yet. */
    record RequestCreated(UUID clientId, UUID requestId, Actor by) implements ReplacementEvent {

        @Override
        public String code() {
            return "request.created";
        }

        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /**
     * The need was changed.
     *
     * @param changes before and after of each changed field, as facts in groups of three: field, before, after
     */
    record RequestEdited(UUID clientId, UUID requestId, Actor by, List<String> changes) implements ReplacementEvent {

        @Override
        public String code() {
            return "request.edited." + changes.size() / 3;
        }

        @Override
        public List<String> facts() {
            return changes;
        }
    }

    /** Shifts were added to the schedule; the first ones send the request. */
    record ScheduleDefined(
            UUID clientId, UUID requestId, Actor by, int shifts, int minutes, Instant first, Instant last, boolean sent)
            implements ReplacementEvent {

        @Override
        public String code() {
            return sent ? "request.submitted" : "schedule.added";
        }

        @Override
        public List<String> facts() {
            return List.of(
                    Fact.text(String.valueOf(shifts)), Fact.hours(minutes), Fact.instant(first), Fact.instant(last));
        }
    }

    /** The times of a shift were changed. */
    record ShiftChanged(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID shiftId,
            PlannedShift before,
            PlannedShift after,
            Effect effect)
            implements ReplacementEvent {

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
        public List<String> facts() {
            return Stream.of(before, after)
                    .flatMap(it ->
                            Stream.concat(when(it).stream(), Stream.of(Fact.text(String.valueOf(it.breakMinutes())))))
                    .toList();
        }
    }

    /** A shift was taken out of a request that was sent. */
    record ShiftCancelled(UUID clientId, UUID requestId, Actor by, UUID shiftId, PlannedShift planned, String reason)
            implements ReplacementEvent {

        @Override
        public String code() {
            return "shift.cancelled";
        }

        @Override
        public List<String> facts() {
            return when(planned);
        }
    }

    /** What was left of a request was cancelled. */
    record RequestCancelled(UUID clientId, UUID requestId, Actor by, int shifts, String reason)
            implements ReplacementEvent {

        @Override
        public String code() {
            return "request.cancelled";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.text(String.valueOf(shifts)));
        }
    }

    /** A draft was thrown away. */
    record RequestDeleted(UUID clientId, UUID requestId, Actor by, String requestCode) implements ReplacementEvent {

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
    record RequestTaken(UUID clientId, UUID requestId, Actor by) implements ReplacementEvent {

        @Override
        public String code() {
            return "request.taken";
        }

        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The service asks the manager something. */
    record InfoAsked(UUID clientId, UUID requestId, Actor by, String reason) implements ReplacementEvent {

        @Override
        public String code() {
            return "request.info-asked";
        }

        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The manager answered. */
    record InfoGiven(UUID clientId, UUID requestId, Actor by, String reason) implements ReplacementEvent {

        @Override
        public String code() {
            return "request.info-given";
        }

        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** The service said no. */
    record RequestDeclined(UUID clientId, UUID requestId, Actor by, String reason) implements ReplacementEvent {

        @Override
        public String code() {
            return "request.declined";
        }

        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    /** Somebody was found for one or more shifts. */
    record SubstituteConfirmed(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID substituteId,
            String substituteName,
            int shifts,
            Instant first,
            Instant last)
            implements ReplacementEvent {

        @Override
        public String code() {
            return "substitute.confirmed";
        }

        @Override
        public List<String> facts() {
            return List.of(
                    Fact.text(substituteName),
                    Fact.text(String.valueOf(shifts)),
                    Fact.instant(first),
                    Fact.instant(last));
        }
    }

    /** Something about one shift and its substitute changed: reconfirmed, released, absent, given up. */
    record ShiftSettled(
            UUID clientId,
            UUID requestId,
            Actor by,
            UUID shiftId,
            PlannedShift planned,
            Outcome outcome,
            String substituteName,
            String reason)
            implements ReplacementEvent {

        /** What was settled. */
        public enum Outcome {
            /** She said yes again. */
            RECONFIRMED,
            /** She does not come; somebody else is looked for. */
            RELEASED,
            /** She did not come. */
            NO_SHOW,
            /** Nobody will be found. */
            GIVEN_UP
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
            implements ReplacementEvent {

        @Override
        public String code() {
            return "shift.worked";
        }

        @Override
        public List<String> facts() {
            return when(planned);
        }
    }
}
