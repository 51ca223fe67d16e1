package ca.releve.replacement;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests of one manager's client and installations: every question names whose they are (ACC-05). */
interface ReplacementRequests extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest save(ReplacementRequest request);

    void delete(ReplacementRequest request);

    @Query("""
            select r from ReplacementRequest r left join fetch r.shifts
             where r.id = :id and r.clientId = :#{#scope.clientId} and r.facilityId in :#{#scope.facilityIds()}
            """)
    Optional<ReplacementRequest> find(UUID id, ManagerScope scope);

    @Query("""
            select new ca.releve.replacement.RequestSheet(r.id, r.version, r.code, r.status,
                   p.id, p.name, p.street, p.city, p.phone, p.instructions,
                   f.id, f.nameFr, f.nameEn, g.id, g.nameFr, g.nameEn, t.id, t.nameFr, t.nameEn,
                   r.qualified, r.notes, r.decisionReason, r.decisionAt, r.decisionBy,
                   r.createdAt, r.createdByName, r.submittedAt, r.firstStart, r.lastEnd, r.shiftCount, r.filledCount)
              from ReplacementRequest r
              join Facility p on p.id = r.facilityId
              join JobFunction f on f.id = r.jobFunctionId
              join AgeGroup g on g.id = r.ageGroupId
              join TaskType t on t.id = r.taskTypeId
             where r.id = :id and r.clientId = :#{#scope.clientId} and r.facilityId in :#{#scope.facilityIds()}
            """)
    Optional<RequestSheet> findSheet(UUID id, ManagerScope scope);

    @Query("""
            select new ca.releve.replacement.ShiftRow(s.id, s.version, s.startsAt, s.endsAt, s.zone, s.breakMinutes,
                   s.status, s.statusReason, concat(u.firstName, ' ', u.lastName), u.qualified)
              from Shift s
              join s.request r
              left join s.assignments a on a.status <> CANCELLED
              left join Substitute u on u.id = a.substituteId
             where r.id = :id and r.clientId = :#{#scope.clientId} and r.facilityId in :#{#scope.facilityIds()}
             order by s.startsAt, s.id
            """)
    List<ShiftRow> shiftsOf(UUID id, ManagerScope scope);

    /** @throws NotFound if there is none, or it is not hers to see */
    default RequestSheet getSheet(UUID id, ManagerScope scope) {
        return findSheet(id, scope).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is none, or it is not hers to see */
    default ReplacementRequest get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }
}
