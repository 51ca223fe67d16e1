package ca.releve.replacement;

import ca.releve.shared.NotFound;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests of all clients, for the service's staff and for the portal itself. */
public interface ReplacementRequestsForStaff extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest save(ReplacementRequest request);

    @Query("select r from ReplacementRequest r left join fetch r.schedule.shifts where r.id = :id")
    Optional<ReplacementRequest> find(UUID id);

    /** @throws NotFound if there is none */
    default ReplacementRequest get(UUID id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** Whoever changes a request waits for whoever is changing it, so that its status follows from what both did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ReplacementRequest r where r.id = :id")
    Optional<ReplacementRequest> findForChange(UUID id);

    /** @throws NotFound if there is none */
    default ReplacementRequest getForChange(UUID id) {
        return findForChange(id).orElseThrow(NotFound::new);
    }

    /** Sends what has changed to the database now, where it may say no. */
    void flush();

    boolean existsByCode(String code);

    /** The requests in which something began or ended by itself, by the index {@code replacement_request_due}. */
    @Query(
            "select r.id from ReplacementRequest r where r.progress.nextChangeAt <= :now order by r.progress.nextChangeAt")
    List<UUID> due(Instant now, Limit limit);
}
