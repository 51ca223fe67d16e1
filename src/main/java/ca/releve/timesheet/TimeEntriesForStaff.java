package ca.releve.timesheet;

import ca.releve.client.Client;
import ca.releve.shared.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The hours of all clients, for the service's staff and for the portal itself. */
interface TimeEntriesForStaff extends Repository<TimeEntry, UUID> {

    TimeEntry save(TimeEntry entry);

    void delete(TimeEntry entry);

    Optional<TimeEntry> findById(UUID id);

    /** @throws NotFound if there is none */
    default TimeEntry get(UUID id) {
        return findById(id).orElseThrow(NotFound::new);
    }

    @Query("select e from TimeEntry e where e.shiftId = :shiftId and e.correctionOf is null")
    Optional<TimeEntry> findOfShift(UUID shiftId);

    @Query(TimeEntries.LINE + " where e.id = :id")
    Optional<HoursLine> findLine(UUID id);

    /** @throws NotFound if there is none */
    default HoursLine line(UUID id) {
        return findLine(id).orElseThrow(NotFound::new);
    }

    /** What waits for somebody first, by {@code time_entry_by_rank} or {@code time_entry_of_client_by_rank}. */
    @Query(TimeEntries.LINE + """
             where e.status in :statuses and (:everyClient = true or e.clientId = :clientId)
               and e.planned.startsAt >= :from and e.planned.startsAt < :until
               and (:name = '' or cast(function('fold', concat(s.firstName, ' ', s.lastName)) as string)
                    like concat('%', cast(function('fold', :name) as string), '%'))
               and (e.statusRank, e.planned.startsAt, e.id) > (:afterRank, :afterStart, :afterId)
             order by e.statusRank, e.planned.startsAt, e.id
            """)
    List<HoursLine> list(
            Collection<TimeEntryStatus> statuses,
            boolean everyClient,
            UUID clientId,
            Instant from,
            Instant until,
            String name,
            int afterRank,
            Instant afterStart,
            UUID afterId,
            Limit limit);

    @Query("select c from Client c order by c.name")
    List<Client> clients();

    @Query("""
            select new ca.releve.timesheet.AdjustmentLine(a.entry.id, a.minutes, a.meal, a.note, a.at, a.byName)
              from Adjustment a where a.entry.id = :id order by a.at, a.id
            """)
    List<AdjustmentLine> adjustments(UUID id);
}
