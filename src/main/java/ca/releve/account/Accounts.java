package ca.releve.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The accounts, by the address that people sign in with. */
public interface Accounts extends JpaRepository<Account, UUID> {

    Optional<Account> findByEmailCanonical(String emailCanonical);

    Optional<Account> findByStaffMemberId(UUID staffMemberId);

    Optional<Account> findByClientManagerId(UUID clientManagerId);

    /** Of several that sign up one address at once, each waits for the one before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.emailCanonical = :emailCanonical")
    Optional<Account> findForChange(String emailCanonical);

    /**
     * Remembers the sign-in, and the language in which mails are written from now on. Leaves the version alone: a person who
     * signs in must not put a page that staff has open out of date.
     */
    @Modifying
    @Query("update Account a set a.signedInAt = :at, a.language = :language where a.id = :id")
    void signedIn(UUID id, Instant at, String language);
}
