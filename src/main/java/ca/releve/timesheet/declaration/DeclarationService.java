package ca.releve.timesheet.declaration;

import ca.releve.history.Actor;
import ca.releve.shared.RuleViolation;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.HoursHandedIn;
import ca.releve.timesheet.TimeEntriesForStaff;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.TimeEntryStatus;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declares hours; each use case is one transaction. */
@Service
@Transactional
class DeclarationService {

    private final TimeEntriesForStaff entries;
    private final DeclaredHours declared;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclarationService(
            TimeEntriesForStaff entries, DeclaredHours declared, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.declared = declared;
        this.events = events;
        this.clock = clock;
    }

    /** @throws RuleViolation if other hours of the substitute were declared for that time, at any client */
    TimeEntry submit(EntryVersion seen, Declaration declaration, Actor me) {
        TimeEntry entry = submit(get(seen), declaration, me);
        events.publishEvent(new HoursHandedIn(entry.shift().requestId(), me));
        return entry;
    }

    /**
     * Declares the hours of several entries as planned, without a meal, all or none (INT-08).
     *
     * @throws RuleViolation if there is none, or something was declared in one of them before
     */
    void submitAsPlanned(List<EntryVersion> seen, Actor me) {
        if (seen.isEmpty()) {
            throw new RuleViolation("rule.entry.no-line");
        }
        Set<UUID> requests = new LinkedHashSet<>();
        for (EntryVersion one : seen) {
            TimeEntry entry = get(one);
            if (entry.status() != TimeEntryStatus.TO_FILL) {
                throw new RuleViolation("rule.entry.not-fillable");
            }
            submit(entry, new Declaration(entry.hours().planned(), false, ""), me);
            requests.add(entry.shift().requestId());
        }
        requests.forEach(it -> events.publishEvent(new HoursHandedIn(it, me)));
    }

    /** The constraint {@code time_entry_declared_once} refuses what somebody else declares at the same moment. */
    private TimeEntry submit(TimeEntry entry, Declaration declaration, Actor me) {
        declared.refuseOverlap(entry.shift(), declaration.time());
        entry.submit(declaration, me, clock);
        return entries.save(entry);
    }

    private TimeEntry get(EntryVersion seen) {
        TimeEntry entry = entries.get(seen.id());
        entry.requireVersion(seen.version());
        return entry;
    }
}
