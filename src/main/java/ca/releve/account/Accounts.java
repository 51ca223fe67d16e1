package ca.releve.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Finds accounts. */
public interface Accounts extends JpaRepository<Account, UUID> {

    Optional<Account> findByEmailCanonical(String emailCanonical);

    Optional<Account> findByStaffMemberId(UUID staffMemberId);

    Optional<Account> findByClientManagerId(UUID clientManagerId);

    /** Locks the account, so that several sign-ups of one address run one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.emailCanonical = :emailCanonical")
    Optional<Account> findForChange(String emailCanonical);

    /** Stores the time of a sign-in and the language of mails. Keeps the version, so that pages the staff have open stay valid. */
    @Modifying
    @Query("update Account a set a.signedInAt = :at, a.language = :language where a.id = :id")
    void signedIn(UUID id, Instant at, String language);
}
