package ca.releve.client;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The store of installations. */
interface FacilityStore extends JpaRepository<Facility, UUID> {

    Optional<Facility> findByIdAndClientId(UUID id, UUID clientId);

    List<Facility> findByClientIdAndIdIn(UUID clientId, Collection<UUID> ids);

    List<Facility> findByClientId(UUID clientId);

    boolean existsByClientIdAndNameAndIdNot(UUID clientId, String name, UUID id);
}
