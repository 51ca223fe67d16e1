package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.RuleViolation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the service's staff do to the hours; each use case is one transaction. */
@Service
@Transactional
class HoursService {

    private final TimeEntriesForStaff entries;
    private final Clock clock;

    HoursService(TimeEntriesForStaff entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    void submit(UUID id, int version, Declaration declaration, CurrentAccount me) {
        TimeEntry entry = seen(new LineVersion(id, version));
        entry.submit(declaration, me.actor(), clock);
        entries.save(entry);
    }

    /**
     * Hands in lines that went as planned, without a meal, all or none (INT-08).
     *
     * @throws RuleViolation if there is none, or one was declared before: that one is put right by hand
     */
    void submitAsPlanned(List<LineVersion> lines, CurrentAccount me) {
        if (lines.isEmpty()) {
            throw new RuleViolation("rule.entry.no-line");
        }
        for (LineVersion line : lines) {
            TimeEntry entry = seen(line);
            if (!entry.isUntouched()) {
                throw new RuleViolation("rule.entry.not-fillable");
            }
            entry.submit(new Declaration(entry.planned(), false, ""), me.actor(), clock);
            entries.save(entry);
        }
    }

    void reopen(UUID id, int version, String reason, CurrentAccount me) {
        TimeEntry entry = seen(new LineVersion(id, version));
        entry.reopen(reason, me.actor());
        entries.save(entry);
    }

    private TimeEntry seen(LineVersion line) {
        TimeEntry entry = entries.get(line.id());
        entry.requireVersion(line.version());
        return entry;
    }
}
