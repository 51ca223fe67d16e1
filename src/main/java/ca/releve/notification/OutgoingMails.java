package ca.releve.notification;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The store of outgoing mails. */
interface OutgoingMails extends JpaRepository<OutgoingMail, UUID> {

    @Modifying
    @Query("delete from OutgoingMail m where m.status in (SENT, DROPPED) and m.queuedAt < :before")
    int forgetDone(Instant before);
}
