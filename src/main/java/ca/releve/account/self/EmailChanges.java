package ca.releve.account.self;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The changes of address that wait. */
interface EmailChanges extends Repository<EmailChange, UUID> {

    Optional<EmailChange> findById(UUID accountId);

    /** Of two answers at once, the second waits for the first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from EmailChange c where c.accountId = :accountId")
    Optional<EmailChange> findForChange(UUID accountId);

    /** Begins a change; one that waited is over with that. */
    @Modifying
    @NativeQuery("""
            insert into email_change (account_id, email, email_canonical, expires_at, wrong_passwords)
            values (:accountId, :email, :emailCanonical, :expiresAt, 0)
            on conflict (account_id) do update
               set email = excluded.email, email_canonical = excluded.email_canonical,
                   expires_at = excluded.expires_at, old_confirmed_at = null, new_confirmed_at = null,
                   wrong_passwords = 0
            """)
    void begin(UUID accountId, String email, String emailCanonical, Instant expiresAt);

    @Modifying
    @Query("delete from EmailChange c where c.accountId = :accountId")
    int end(UUID accountId);

    @Modifying
    @Query("delete from EmailChange c where c.expiresAt <= :now")
    int endExpired(Instant now);
}
