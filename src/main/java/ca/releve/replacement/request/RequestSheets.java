package ca.releve.replacement.request;

import ca.releve.client.ManagerScope;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the manager's pages on one request read of it, only of her client and installations (ACC-05). */
interface RequestSheets extends Repository<ReplacementRequest, UUID> {

    @Query("""
            select new ca.releve.replacement.request.RequestSheet(r.id, r.version, r.code, r.status,
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
    Optional<RequestSheet> find(UUID id, ManagerScope scope);

    @Query("""
            select new ca.releve.replacement.request.ShiftRow(s.id, s.version, s.startsAt, s.endsAt, s.zone, s.breakMinutes,
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
    default RequestSheet get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }
}
