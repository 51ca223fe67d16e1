package ca.releve.timesheet;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manager does to the hours of her client; each use case is one transaction. */
@Service
@Transactional
class ApprovalService {

    private final TimeEntries entries;
    private final Clock clock;

    ApprovalService(TimeEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    void approve(UUID id, int version, CurrentAccount me) {
        TimeEntry entry = seen(id, version, me);
        entry.approve(me.actor(), clock);
        entries.save(entry);
    }

    /**
     * Approves the lines of a replacement that she saw without a difference, all or none (INT-08).
     *
     * @throws RuleViolation if there is none, or one of them asks for a second look
     */
    void approve(UUID requestId, List<LineVersion> lines, CurrentAccount me) {
        if (lines.isEmpty()) {
            throw new RuleViolation("rule.entry.no-line");
        }
        for (LineVersion line : lines) {
            TimeEntry entry = seen(line.id(), line.version(), me);
            if (!entry.requestId().equals(requestId)) {
                throw new NotFound();
            }
            if (!entry.isWithoutDifference()) {
                throw new RuleViolation("rule.entry.with-difference");
            }
            entry.approve(me.actor(), clock);
            entries.save(entry);
        }
    }

    /** Adjusts and, if she said so with the same button, approves. */
    void adjust(UUID id, int version, AdjustmentForm form, boolean andApprove, CurrentAccount me) {
        TimeEntry entry = seen(id, version, me);
        entry.adjust(form.minutes(), form.getMeal(), form.getNote(), me.actor(), clock);
        if (andApprove) {
            entry.approve(me.actor(), clock);
        }
        entries.save(entry);
    }

    void returnForCorrection(UUID id, int version, String reason, CurrentAccount me) {
        TimeEntry entry = seen(id, version, me);
        entry.returnForCorrection(reason, me.actor());
        entries.save(entry);
    }

    private TimeEntry seen(UUID id, int version, CurrentAccount me) {
        TimeEntry entry = entries.get(id, me.scope());
        entry.requireVersion(version);
        return entry;
    }
}
