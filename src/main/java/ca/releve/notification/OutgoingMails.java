package ca.releve.notification;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The repository of outgoing mails. */
interface OutgoingMails extends JpaRepository<OutgoingMail, UUID> {

    /** Finds a mail and locks its row, so that concurrent requests send it again only once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from OutgoingMail m where m.id = :id")
    Optional<OutgoingMail> findForChange(UUID id);

    /** The mails about these shifts or requests that still wait, see {@link MailDraft.Held}. */
    @Query("select m from OutgoingMail m where m.heldFor in :about and m.status = QUEUED and m.attempts = 0")
    List<OutgoingMail> held(Collection<UUID> about);

    @Modifying
    @Query("delete from OutgoingMail m where m.status in (SENT, DROPPED) and m.queuedAt < :before")
    int deleteFinished(Instant before);
}
