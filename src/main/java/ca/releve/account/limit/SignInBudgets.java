package ca.releve.account.limit;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

interface SignInBudgets extends JpaRepository<SignInBudget, UUID> {

    /** Makes the budget if it is not there; of several at once, one does. */
    @Modifying
    @NativeQuery("""
            insert into sign_in_budget (id, account_id, of_device, failures, consecutive, tried_at)
            values (:id, :accountId, :ofDevice, 0, 0, :now)
            on conflict (id) do update set account_id = excluded.account_id
             where sign_in_budget.account_id is distinct from excluded.account_id
            """)
    void makeSure(UUID id, UUID accountId, boolean ofDevice, Instant now);

    /** Of several tries at once, each waits for the one before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from SignInBudget b where b.id = :id")
    Optional<SignInBudget> findForChange(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from SignInBudget b where b.accountId = :accountId")
    List<SignInBudget> findAllForChange(UUID accountId);

    @Query("select b from SignInBudget b where b.accountId in :accountIds and not b.ofDevice")
    List<SignInBudget> findAllOf(Collection<UUID> accountIds);

    /** Forgets what was counted for addresses that are no account's, and for devices; an account's is kept. */
    @Modifying
    @Query("""
            delete from SignInBudget b
             where (b.accountId is null and b.triedAt < :addressesBefore) or (b.ofDevice and b.triedAt < :devicesBefore)
            """)
    int forget(Instant addressesBefore, Instant devicesBefore);
}
