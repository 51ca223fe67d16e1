package ca.releve.client;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The managers whom the service knows, by the address that it knows them by. */
public interface ClientManagers extends Repository<ClientManager, UUID> {

    /** @return empty unless the manager and her client are both active */
    @Query("""
            select m from ClientManager m join Client c on c.id = m.clientId
             where m.emailCanonical = :emailCanonical and m.active and c.active
            """)
    Optional<ClientManager> findWelcome(String emailCanonical);

    Optional<ClientManager> findById(UUID id);
}
