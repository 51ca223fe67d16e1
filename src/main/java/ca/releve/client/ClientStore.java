package ca.releve.client;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The store of clients. */
interface ClientStore extends JpaRepository<Client, UUID> {

    boolean existsByNameAndIdNot(String name, UUID id);
}
