package ca.releve.client;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds managers. */
public interface ClientManagers extends Repository<ClientManager, UUID> {

    /** @return empty unless the manager and the client are both active */
    @Query("""
            select m from ClientManager m join Client c on c.id = m.clientId
             where m.emailCanonical = :emailCanonical and m.active and c.active
            """)
    Optional<ClientManager> findActive(String emailCanonical);

    Optional<ClientManager> findById(UUID id);
}
