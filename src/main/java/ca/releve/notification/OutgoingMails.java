package ca.releve.notification;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The store of outgoing mails. */
interface OutgoingMails extends JpaRepository<OutgoingMail, UUID> {

    /** Of several that have one mail leave again, each waits for the one before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from OutgoingMail m where m.id = :id")
    Optional<OutgoingMail> findForChange(UUID id);

    @Modifying
    @Query("delete from OutgoingMail m where m.status in (SENT, DROPPED) and m.queuedAt < :before")
    int forgetDone(Instant before);
}
