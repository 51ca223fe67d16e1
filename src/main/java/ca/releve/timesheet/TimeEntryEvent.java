package ca.releve.timesheet;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An event of a time entry. Each becomes an entry of the history in the same transaction. */
public sealed interface TimeEntryEvent {

    Subject line();

    Actor by();

    /** Code of the sentence {@code history.<code>}. */
    String code();

    /** The facts of that sentence. */
    List<String> facts();

    /** The reason or note that the user typed; null if the form asks for none. */
    default String reason() {
        return null;
    }

    /**
     * The time entry of the event.
     *
     * @param day the civil day on which the shift starts
     */
    record Subject(UUID entryId, WorkedShift shift, LocalDate day) {}

    /**
     * Hours were declared, for the first time or again after they were returned.
     *
     * @param before what was declared before; null the first time
     */
    record TimeEntrySubmitted(Subject line, Actor by, Declaration before, Declaration declared)
            implements TimeEntryEvent {

        @Override
        public String code() {
            return before == null ? "entry.submitted" : "entry.submitted-again";
        }

        @Override
        public List<String> facts() {
            List<String> facts = new ArrayList<>();
            facts.add(Fact.date(line.day()));
            facts.addAll(told(declared));
            if (before != null) {
                facts.addAll(told(before));
            }
            return facts;
        }

        private List<String> told(Declaration declaration) {
            return List.of(
                    Fact.hours(declaration.time().minutes()),
                    Fact.text(declaration
                            .time()
                            .onTheWall(line.day(), line.shift().zone())),
                    Fact.text(String.valueOf(declaration.time().breakMinutes())),
                    Fact.yesNo(declaration.meal()));
        }

        @Override
        public String reason() {
            return declared.note();
        }
    }

    /**
     * A manager adjusted the hours, the meal, or both.
     *
     * @param minutes signed; null where only the meal changed
     * @param finalMinutes the total from then on
     * @param meal the meal from then on; null where only the hours changed
     */
    record TimeEntryAdjusted(Subject line, Actor by, Integer minutes, int finalMinutes, Boolean meal, String note)
            implements TimeEntryEvent {

        @Override
        public String code() {
            if (minutes == null) {
                return "entry.meal-adjusted";
            }
            return meal == null ? "entry.hours-adjusted" : "entry.hours-and-meal-adjusted";
        }

        @Override
        public List<String> facts() {
            int change = minutes == null ? 0 : minutes;
            List<String> facts = new ArrayList<>(List.of(
                    Fact.date(line.day()),
                    Fact.hours(change),
                    Fact.hours(finalMinutes - change),
                    Fact.hours(finalMinutes)));
            if (meal != null) {
                facts.add(Fact.yesNo(!meal));
                facts.add(Fact.yesNo(meal));
            }
            return facts;
        }

        @Override
        public String reason() {
            return note;
        }
    }

    /** A manager approved the hours. */
    record TimeEntryApproved(Subject line, Actor by, int finalMinutes, boolean meal) implements TimeEntryEvent {

        @Override
        public String code() {
            return "entry.approved";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.date(line.day()), Fact.hours(finalMinutes), Fact.yesNo(meal));
        }
    }

    /** A manager asked for another declaration. */
    record TimeEntryReturned(Subject line, Actor by, String reason) implements TimeEntryEvent {

        @Override
        public String code() {
            return "entry.returned";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.date(line.day()));
        }
    }

    /** The service took the approval back. */
    record TimeEntryReopened(Subject line, Actor by, int finalMinutes, String reason) implements TimeEntryEvent {

        @Override
        public String code() {
            return "entry.reopened";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.date(line.day()), Fact.hours(finalMinutes));
        }
    }

    /** The approved hours were sent to payroll. */
    record TimeEntryLocked(Subject line, Actor by, int finalMinutes) implements TimeEntryEvent {

        @Override
        public String code() {
            return "entry.locked";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.date(line.day()), Fact.hours(finalMinutes));
        }
    }

    /** A new entry was opened to correct one that was sent to payroll. */
    record TimeEntryCorrectionOpened(Subject line, Actor by, UUID correctionOf, String reason)
            implements TimeEntryEvent {

        @Override
        public String code() {
            return "entry.correction-opened";
        }

        @Override
        public List<String> facts() {
            return List.of(Fact.date(line.day()));
        }
    }
}
