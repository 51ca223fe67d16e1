package ca.releve.account.limit;

import ca.releve.account.SecurityLog;
import ca.releve.client.EmailAddress;
import ca.releve.web.ClientAddress;
import ca.releve.web.Secret;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.TryAgain;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the passwords that are tried (ABU-01 to ABU-03), whether or not there is an account of that address: nobody learns
 * from a refusal what the account is. Each try is counted before its password is looked at.
 */
@Component
public class SignInGuard {

    private final SignInBudgets budgets;
    private final KnownDevices devices;
    private final Limits limits;
    private final SecurityLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInGuard(
            SignInBudgets budgets,
            KnownDevices devices,
            Limits limits,
            SecurityLog log,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.budgets = budgets;
        this.devices = devices;
        this.limits = limits;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Until when no password is looked at for this account, from a browser that it does not know; empty if it is. */
    @Transactional(readOnly = true)
    public Optional<Instant> lockedUntil(UUID accountId) {
        Instant now = clock.instant();
        return budgets.findAllOf(Set.of(accountId)).stream()
                .filter(budget -> budget.isDelayed(now))
                .map(SignInBudget::closedUntil)
                .findFirst();
    }

    /** Whether so many wrong passwords were tried that only a new one, a passkey or the staff opens the account again. */
    @Transactional(readOnly = true)
    public boolean isLocked(UUID accountId) {
        return !lockedAmong(Set.of(accountId)).isEmpty();
    }

    /** Those of these accounts that are locked, as {@link #isLocked} says. */
    @Transactional(readOnly = true)
    public Set<UUID> lockedAmong(Collection<UUID> accountIds) {
        return budgets.findAllOf(accountIds).stream()
                .filter(SignInBudget::isUsedUp)
                .map(SignInBudget::accountId)
                .collect(Collectors.toSet());
    }

    /**
     * Whatever was tried, passwords are looked at again.
     *
     * @return whether from some browser they were not
     */
    @Transactional
    public boolean unlock(UUID accountId) {
        Instant now = clock.instant();
        List<SignInBudget> tried = budgets.findAllForChange(accountId);
        boolean locked = tried.stream().anyMatch(it -> it.isUsedUp() || it.isDelayed(now));
        tried.forEach(SignInBudget::clear);
        return locked;
    }

    /**
     * Somebody is about to try a password.
     *
     * @param typed the address that she typed, an account's or not
     * @throws TryAgain if too many were wrong from where she is; says nothing of the account
     */
    public Try begin(String typed, HttpServletRequest request) {
        String address = EmailAddress.parse(typed).map(EmailAddress::canonical).orElseGet(() -> typed.strip()
                .toLowerCase(Locale.ROOT));
        Optional<byte[]> device = devices.of(request);
        Owner owner = owner(address, device.orElse(null));
        Optional<String> stranger =
                owner.knowsDevice() ? Optional.empty() : Optional.of(ClientAddress.network(request));
        stranger.ifPresent(this::countStranger);
        UUID budget = owner.knowsDevice() ? id(address, device.orElseThrow()) : id(address, new byte[0]);
        Try tried = transaction.execute(status -> {
            Instant now = clock.instant();
            budgets.makeSure(budget, owner.id(), owner.knowsDevice(), now);
            SignInBudget found = budgets.findForChange(budget).orElseThrow();
            boolean allowed = found.take(now);
            return new Try(budget, owner.id(), stranger, allowed, allowed ? found.closedUntil() : null);
        });
        if (!tried.isAllowed() && owner.knowsDevice()) {
            // Whoever does not wait for the end of the delay has a hash computed each time all the same.
            countStranger(ClientAddress.network(request));
        }
        return tried;
    }

    /** The password was wrong, or opens nothing. */
    public void failed(Try tried) {
        if (tried.closesUntil() != null) {
            log.record("authn_login_lock", tried.accountId(), "until", tried.closesUntil());
        }
    }

    /** The password was right and the account is open. */
    public void succeeded(Try tried) {
        transaction.executeWithoutResult(
                status -> budgets.findForChange(tried.budget()).ifPresent(SignInBudget::clear));
        tried.stranger().ifPresent(address -> {
            limits.giveBack(Limit.SIGN_IN_FROM_ADDRESS, address);
            limits.giveBack(Limit.SIGN_IN_IN_ALL, "");
        });
    }

    /**
     * Somebody is about to show a passkey, which nobody guesses: counted is only what is refused, by where it comes from.
     *
     * @throws TryAgain if too much was refused from where she is
     */
    public void beginPasskey(HttpServletRequest request) {
        limits.look(Limit.SIGN_IN_FROM_ADDRESS, ClientAddress.network(request)).ifPresent(wait -> {
            throw TryAgain.tooMany(wait);
        });
    }

    /** What was shown opens nothing. */
    public void passkeyFailed(HttpServletRequest request) {
        limits.take(Limit.SIGN_IN_FROM_ADDRESS, ClientAddress.network(request));
    }

    /** Forgets what was counted for addresses that are no account's, and for browsers that nobody uses. */
    @Transactional
    int forget() {
        Instant now = clock.instant();
        Duration counted = SecurityNumbers.SIGN_IN_WINDOW.plus(SecurityNumbers.SIGN_IN_LONGEST_DELAY);
        return budgets.forget(now.minus(counted), now.minus(SecurityNumbers.DEVICE_KNOWN));
    }

    /** The address first: a flood from one of them must not keep everybody waiting for the one count of all. */
    private void countStranger(String address) {
        limits.take(Limit.SIGN_IN_FROM_ADDRESS, address).ifPresent(wait -> {
            throw TryAgain.tooMany(wait);
        });
        limits.take(Limit.SIGN_IN_IN_ALL, "").ifPresent(wait -> {
            limits.giveBack(Limit.SIGN_IN_FROM_ADDRESS, address);
            throw TryAgain.tooMany(wait);
        });
    }

    private Owner owner(String address, byte[] device) {
        return jdbc.sql("""
                        select a.id, exists (
                               select 1 from known_device d where d.account_id = a.id and d.device_hash = :device)
                          from account a where a.email_canonical = :address
                        """)
                .param("address", address)
                .param("device", device, java.sql.Types.BINARY)
                .query((row, number) -> new Owner(row.getObject(1, UUID.class), row.getBoolean(2)))
                .optional()
                .orElse(new Owner(null, false));
    }

    private static UUID id(String address, byte[] device) {
        ByteBuffer hash =
                ByteBuffer.wrap(Secret.hash(address + "\0" + HexFormat.of().formatHex(device)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** Whose address it is; nobody's without an id. */
    private record Owner(UUID id, boolean knowsDevice) {}

    /**
     * A try that is counted.
     *
     * @param stranger what it is counted by besides, unless it comes from a browser that the account knows
     * @param isAllowed whether a password is looked at; if not, it is refused like a wrong one
     * @param closesUntil the delay that begins if the password is wrong; null for none
     */
    public record Try(UUID budget, UUID accountId, Optional<String> stranger, boolean isAllowed, Instant closesUntil) {}
}
