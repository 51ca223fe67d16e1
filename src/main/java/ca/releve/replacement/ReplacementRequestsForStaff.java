package ca.releve.replacement;

import ca.releve.shared.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests of all clients, for the service's staff and for the portal itself. */
interface ReplacementRequestsForStaff extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest save(ReplacementRequest request);

    @Query("select r from ReplacementRequest r left join fetch r.shifts where r.id = :id")
    Optional<ReplacementRequest> find(UUID id);

    /** @throws NotFound if there is none */
    default ReplacementRequest get(UUID id) {
        return find(id).orElseThrow(NotFound::new);
    }

    boolean existsByCode(String code);

    /** The requests in which something began or ended by itself, by the index {@code replacement_request_due}. */
    @Query("select r.id from ReplacementRequest r where r.nextChangeAt <= :now order by r.nextChangeAt")
    List<UUID> due(Instant now, Limit limit);
}
