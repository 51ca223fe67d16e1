package ca.releve.timesheet;

import ca.releve.replacement.ReplacementEvent.ShiftSettled;
import ca.releve.replacement.ReplacementEvent.ShiftWorked;
import ca.releve.shared.RuleViolation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a line for every worked shift, and takes it away when it turns out that she did not come. */
@Component
class WorkedShifts {

    private final TimeEntriesForStaff entries;

    WorkedShifts(TimeEntriesForStaff entries) {
        this.entries = entries;
    }

    /** Told twice, there is still one line: see {@code time_entry_one_per_shift}. */
    @EventListener
    void open(ShiftWorked worked) {
        if (entries.findOfShift(worked.shiftId()).isEmpty()) {
            entries.save(new TimeEntry(worked));
        }
    }

    /** @throws RuleViolation if hours were declared: they do not disappear because of a click elsewhere */
    @EventListener
    void close(ShiftSettled settled) {
        if (settled.outcome() != ShiftSettled.Outcome.NO_SHOW) {
            return;
        }
        entries.findOfShift(settled.shiftId()).ifPresent(entry -> {
            if (!entry.isUntouched()) {
                throw new RuleViolation("rule.entry.no-show-declared");
            }
            entries.delete(entry);
        });
    }
}
