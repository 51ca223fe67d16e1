package ca.releve.signin.throttle;

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

    /** Creates the budget unless it exists; of concurrent calls, one does. */
    @Modifying
    @NativeQuery("""
            insert into sign_in_budget (id, account_id, of_device, failures, consecutive, tried_at)
            values (:id, :accountId, :ofDevice, 0, 0, :now)
            on conflict (id) do update set account_id = excluded.account_id
             where sign_in_budget.account_id is distinct from excluded.account_id
            """)
    void makeSure(UUID id, UUID accountId, boolean ofDevice, Instant now);

    /** Locks the budget: concurrent attempts wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from SignInBudget b where b.id = :id")
    Optional<SignInBudget> findForChange(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from SignInBudget b where b.accountId = :accountId")
    List<SignInBudget> findAllForChange(UUID accountId);

    @Query("select b from SignInBudget b where b.accountId in :accountIds and not b.ofDevice")
    List<SignInBudget> findAllOf(Collection<UUID> accountIds);

    /** Deletes old budgets of addresses without an account and of devices; those of accounts are kept. */
    @Modifying
    @Query("""
            delete from SignInBudget b
             where (b.accountId is null and b.triedAt < :addressesBefore) or (b.ofDevice and b.triedAt < :devicesBefore)
            """)
    int forget(Instant addressesBefore, Instant devicesBefore);
}
