package ca.releve.timesheet.approval;

import ca.releve.account.CurrentAccount;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.TimeEntries;
import ca.releve.timesheet.TimeEntry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manager does to the hours of the client; each use case is one transaction. */
@Service
@Transactional
class ApprovalService {

    private final TimeEntries entries;
    private final Clock clock;

    ApprovalService(TimeEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    TimeEntry approve(EntryVersion seen, CurrentAccount me) {
        TimeEntry entry = get(seen, me);
        entry.approve(me.actor(), clock);
        return entries.save(entry);
    }

    /**
     * Approves the entries of a replacement that the page showed without a difference, all or none (INT-08).
     *
     * @throws RuleViolation if there is none, or one of them has a difference
     */
    void approve(UUID requestId, List<EntryVersion> seen, CurrentAccount me) {
        if (seen.isEmpty()) {
            throw new RuleViolation("rule.entry.no-line");
        }
        Map<UUID, TimeEntry> found = new HashMap<>();
        entries.findAll(seen.stream().map(EntryVersion::id).toList(), me.scope())
                .forEach(entry -> found.put(entry.id(), entry));
        for (EntryVersion one : seen) {
            TimeEntry entry = Optional.ofNullable(found.get(one.id())).orElseThrow(NotFound::new);
            entry.requireVersion(one.version());
            if (!entry.shift().requestId().equals(requestId)) {
                throw new NotFound();
            }
            if (!entry.hours().isAsPlanned()) {
                throw new RuleViolation("rule.entry.with-difference");
            }
            entry.approve(me.actor(), clock);
            entries.save(entry);
        }
    }

    /** Adjusts and, if the form says so, approves. */
    TimeEntry adjust(EntryVersion seen, AdjustmentForm form, CurrentAccount me) {
        TimeEntry entry = get(seen, me);
        entry.adjust(form.minutes(), form.getMeal(), form.getNote(), me.actor(), clock);
        if (form.isApproval()) {
            entry.approve(me.actor(), clock);
        }
        return entries.save(entry);
    }

    TimeEntry returnForCorrection(EntryVersion seen, String reason, CurrentAccount me) {
        TimeEntry entry = get(seen, me);
        entry.returnForCorrection(reason, me.actor());
        return entries.save(entry);
    }

    private TimeEntry get(EntryVersion seen, CurrentAccount me) {
        TimeEntry entry = entries.get(seen.id(), me.scope());
        entry.requireVersion(seen.version());
        return entry;
    }
}
