package ca.releve.replacement;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests of one manager's client and installations: every question names whose they are (ACC-05). */
public interface ReplacementRequests extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest save(ReplacementRequest request);

    void delete(ReplacementRequest request);

    @Query("""
            select r from ReplacementRequest r left join fetch r.schedule.shifts
             where r.id = :id and r.clientId = :#{#scope.clientId} and r.facilityId in :#{#scope.facilityIds()}
            """)
    Optional<ReplacementRequest> find(UUID id, ManagerScope scope);

    /**
     * A draft without a schedule, made by the same person for the same need.
     *
     * @param since drafts made before are left out
     */
    @Query("""
            select r.id from ReplacementRequest r
             where r.clientId = :#{#scope.clientId} and r.facilityId = :facilityId and r.progress.status = DRAFT
               and r.createdBy = :createdBy and r.createdAt >= :since
               and r.need.jobFunctionId = :#{#need.jobFunctionId} and r.need.ageGroupId = :#{#need.ageGroupId}
               and r.need.taskTypeId = :#{#need.taskTypeId} and r.need.qualified = :#{#need.qualified}
               and r.need.notes = :#{#need.notes} and r.need.wish.samePerson = :#{#need.wish.samePerson}
               and r.need.wish.preferredName = :#{#need.wish.preferredName}
             order by r.createdAt desc limit 1
            """)
    Optional<UUID> findSameDraft(UUID facilityId, Need need, UUID createdBy, Instant since, ManagerScope scope);

    /**
     * A request that the same person sent for the same need and with the same schedule.
     *
     * @param since requests that were sent before are left out
     */
    @Query("""
            select r.id from ReplacementRequest r
             where r.clientId = :#{#scope.clientId} and r.facilityId = :facilityId
               and r.createdBy = :createdBy and r.submittedAt >= :since
               and r.progress.firstStart = :#{#schedule.firstStart} and r.progress.lastEnd = :#{#schedule.lastEnd}
               and r.progress.shiftCount = :#{#schedule.shiftCount}
               and r.need.jobFunctionId = :#{#need.jobFunctionId} and r.need.ageGroupId = :#{#need.ageGroupId}
               and r.need.taskTypeId = :#{#need.taskTypeId} and r.need.qualified = :#{#need.qualified}
               and r.need.notes = :#{#need.notes} and r.need.wish.samePerson = :#{#need.wish.samePerson}
               and r.need.wish.preferredName = :#{#need.wish.preferredName}
             order by r.submittedAt desc limit 1
            """)
    Optional<UUID> findSameSent(
            UUID facilityId, Need need, ScheduleSpan schedule, UUID createdBy, Instant since, ManagerScope scope);

    /** For a change that two managers may make at once: the second one waits, and sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from ReplacementRequest r
             where r.id = :id and r.clientId = :#{#scope.clientId} and r.facilityId in :#{#scope.facilityIds()}
            """)
    Optional<ReplacementRequest> findForChange(UUID id, ManagerScope scope);

    /** @throws NotFound if there is none, or it is not hers to see */
    default ReplacementRequest getForChange(UUID id, ManagerScope scope) {
        return findForChange(id, scope).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is none, or it is not hers to see */
    default ReplacementRequest get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }
}
