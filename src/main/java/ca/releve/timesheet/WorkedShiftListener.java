package ca.releve.timesheet;

import ca.releve.replacement.ShiftEvent.ShiftWorked;
import ca.releve.replacement.ShiftSettled;
import ca.releve.shared.RuleViolation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a time entry for each worked shift, and deletes it if the substitute turns out to have been absent. */
@Component
class WorkedShiftListener {

    private final TimeEntriesForStaff entries;

    WorkedShiftListener(TimeEntriesForStaff entries) {
        this.entries = entries;
    }

    /** An event that comes twice opens one entry: see {@code time_entry_one_per_shift}. */
    @EventListener
    void open(ShiftWorked worked) {
        if (entries.findOfShift(worked.shiftId()).isEmpty()) {
            entries.save(new TimeEntry(worked));
        }
    }

    /** @throws RuleViolation if hours were declared: they are never deleted */
    @EventListener
    void close(ShiftSettled settled) {
        if (settled.outcome() != ShiftSettled.Outcome.NO_SHOW) {
            return;
        }
        entries.findOfShift(settled.shiftId()).ifPresent(entry -> {
            if (entry.status() != TimeEntryStatus.TO_FILL) {
                throw new RuleViolation("rule.entry.no-show-declared");
            }
            entries.delete(entry);
        });
    }
}
