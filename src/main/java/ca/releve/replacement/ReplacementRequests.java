package ca.releve.replacement;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The requests of one manager's client and installations: every question names whose they are (ACC-05). */
public interface ReplacementRequests extends Repository<ReplacementRequest, UUID> {

    ReplacementRequest save(ReplacementRequest request);

    void delete(ReplacementRequest request);

    @Query("""
            select r from ReplacementRequest r left join fetch r.shifts
             where r.id = :id and r.clientId = :#{#scope.clientId} and r.facilityId in :#{#scope.facilityIds()}
            """)
    Optional<ReplacementRequest> find(UUID id, ManagerScope scope);

    /** @throws NotFound if there is none, or it is not hers to see */
    default ReplacementRequest get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }
}
