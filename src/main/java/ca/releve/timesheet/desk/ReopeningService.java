package ca.releve.timesheet.desk;

import ca.releve.history.Actor;
import ca.releve.timesheet.EntryVersion;
import ca.releve.timesheet.TimeEntriesForStaff;
import ca.releve.timesheet.TimeEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reopens approved hours, in one transaction. */
@Service
class ReopeningService {

    private final TimeEntriesForStaff entries;

    ReopeningService(TimeEntriesForStaff entries) {
        this.entries = entries;
    }

    @Transactional
    TimeEntry reopen(EntryVersion seen, String reason, Actor me) {
        TimeEntry entry = entries.get(seen.id());
        entry.requireVersion(seen.version());
        entry.reopen(reason, me);
        return entries.save(entry);
    }
}
