package ca.releve.timesheet;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The hours that a manager sees: every question takes her scope, so that none can be asked about another's (ACC-05). */
interface TimeEntries extends Repository<TimeEntry, UUID> {

    String LINE = """
            select new ca.releve.timesheet.HoursLine(
                   e.id, e.version, e.status, e.statusRank, e.zone, e.requestId, r.code, c.name, f.name, j.nameFr, j.nameEn,
                   e.substituteId, s.firstName, s.lastName, s.qualified,
                   e.planned, e.plannedMinutes, e.declared, e.declaredMinutes, e.declaredMeal, e.declaredNote,
                   e.adjustedMinutes, e.meal, e.submittedBy, e.submittedAt, e.approvedBy, e.approvedAt, e.returnedReason,
                   e.correctionOf)
              from TimeEntry e
              join ReplacementRequest r on r.id = e.requestId
              join JobFunction j on j.id = r.jobFunctionId
              join Client c on c.id = e.clientId
              join Facility f on f.id = e.facilityId
              join Substitute s on s.id = e.substituteId
            """;

    String OF_SCOPE = """
             where e.clientId = :#{#scope.clientId} and e.facilityId in :#{#scope.facilityIds()}
            """;

    String SHOWN = """
               and e.status in :statuses and e.facilityId in :facilities
               and e.planned.startsAt >= :from and e.planned.startsAt < :until
            """;

    TimeEntry save(TimeEntry entry);

    @Query("select e from TimeEntry e" + OF_SCOPE + " and e.id = :id")
    Optional<TimeEntry> find(UUID id, ManagerScope scope);

    /** @throws NotFound if there is none, or it is not hers to see */
    default TimeEntry get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }

    @Query(LINE + OF_SCOPE + " and e.id = :id")
    Optional<HoursLine> findLine(UUID id, ManagerScope scope);

    /** @throws NotFound if there is none, or it is not hers to see */
    default HoursLine line(UUID id, ManagerScope scope) {
        return findLine(id, scope).orElseThrow(NotFound::new);
    }

    /** The oldest first, after a line: what waits is worked off in its order, by {@code time_entry_of_client_by_status}. */
    @Query(LINE + OF_SCOPE + SHOWN + """
               and (e.planned.startsAt, e.id) > (:afterStart, :afterId)
             order by e.planned.startsAt, e.id
            """)
    List<HoursLine> oldestFirst(
            ManagerScope scope,
            Collection<TimeEntryStatus> statuses,
            Collection<UUID> facilities,
            Instant from,
            Instant until,
            Instant afterStart,
            UUID afterId,
            Limit limit);

    /** The newest first, before a line: what is done is looked up, by {@code time_entry_of_client_by_start}. */
    @Query(LINE + OF_SCOPE + SHOWN + """
               and (e.planned.startsAt, e.id) < (:beforeStart, :beforeId)
             order by e.planned.startsAt desc, e.id desc
            """)
    List<HoursLine> newestFirst(
            ManagerScope scope,
            Collection<TimeEntryStatus> statuses,
            Collection<UUID> facilities,
            Instant from,
            Instant until,
            Instant beforeStart,
            UUID beforeId,
            Limit limit);

    @Query("select count(e) > 0 from TimeEntry e" + OF_SCOPE + " and e.requestId = :requestId")
    boolean existOfRequest(UUID requestId, ManagerScope scope);

    @Query("""
            select new ca.releve.timesheet.AdjustmentLine(a.entry.id, a.minutes, a.meal, a.note, a.at, a.byName)
              from Adjustment a join a.entry e
            """ + OF_SCOPE + " and e.id in :ids order by a.at, a.id")
    List<AdjustmentLine> adjustments(Collection<UUID> ids, ManagerScope scope);
}
