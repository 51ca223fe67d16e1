package ca.releve.client;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds facilities within the scope of a manager (ACC-05). */
public interface Facilities extends Repository<Facility, UUID> {

    /** @return empty unless the manager may see the facility */
    @Query("""
            select f from Facility f
             where f.id = :id and f.clientId = :#{#scope.clientId} and f.id in :#{#scope.facilityIds()}
            """)
    Optional<Facility> find(UUID id, ManagerScope scope);
}
