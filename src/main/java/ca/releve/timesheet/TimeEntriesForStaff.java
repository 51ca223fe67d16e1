package ca.releve.timesheet;

import ca.releve.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The time entries of all clients, for the staff of the service and for the portal itself. */
public interface TimeEntriesForStaff extends Repository<TimeEntry, UUID> {

    TimeEntry save(TimeEntry entry);

    void delete(TimeEntry entry);

    Optional<TimeEntry> findById(UUID id);

    /** @throws NotFound if there is none */
    default TimeEntry get(UUID id) {
        return findById(id).orElseThrow(NotFound::new);
    }

    @Query("select e from TimeEntry e where e.shift.shiftId = :shiftId and e.correctionOf is null")
    Optional<TimeEntry> findOfShift(UUID shiftId);
}
