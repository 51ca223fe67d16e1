package ca.releve.client;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The store of access requests. */
public interface AccessRequestStore extends JpaRepository<AccessRequest, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AccessRequest r where r.emailCanonical = :emailCanonical and r.status = 'NEW'")
    Optional<AccessRequest> findOpen(String emailCanonical);
}
