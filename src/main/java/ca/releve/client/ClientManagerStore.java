package ca.releve.client;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** The store of managers. */
public interface ClientManagerStore extends JpaRepository<ClientManager, UUID> {

    @EntityGraph(attributePaths = "facilities")
    Optional<ClientManager> findByIdAndClientId(UUID id, UUID clientId);
}
