package ca.releve.local;

import ca.releve.timesheet.TimeEntry;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The time entries of the demonstration. */
interface DemoTimeEntriesForStaff extends Repository<TimeEntry, UUID> {

    TimeEntry saveAndFlush(TimeEntry entry);

    List<TimeEntry> findByShiftRequestId(UUID requestId);
}
