package ca.releve.signin.throttle;

import ca.releve.account.SecurityLog;
import ca.releve.format.EmailAddress;
import ca.releve.shared.Secret;
import ca.releve.web.ClientAddress;
import ca.releve.web.RetryLaterException;
import ca.releve.web.settings.SecurityNumbers;
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
 * Counts sign-in attempts (ABU-01 to ABU-03) for the typed email address, whether or not it has an account, so that a refusal
 * tells nothing of an account. Each attempt is counted before its password is checked.
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

    /** @return the end of the present delay for browsers that the account does not know; empty without a delay */
    public Optional<Instant> lockedUntil(UUID accountId) {
        Instant now = clock.instant();
        return budgets.findAllOf(Set.of(accountId)).stream()
                .filter(budget -> budget.isDelayed(now))
                .map(SignInBudget::closedUntil)
                .findFirst();
    }

    /** Whether so many passwords were wrong that only a reset, a passkey or the staff unlocks the account. */
    public boolean isLocked(UUID accountId) {
        return !lockedAmong(Set.of(accountId)).isEmpty();
    }

    /** Those of these accounts that are locked, as {@link #isLocked} says. */
    public Set<UUID> lockedAmong(Collection<UUID> accountIds) {
        return budgets.findAllOf(accountIds).stream()
                .filter(SignInBudget::isUsedUp)
                .map(SignInBudget::accountId)
                .collect(Collectors.toSet());
    }

    /** @return whether the account was locked or in a delay for a browser */
    @Transactional
    public boolean unlock(UUID accountId) {
        Instant now = clock.instant();
        List<SignInBudget> tried = budgets.findAllForChange(accountId);
        boolean locked = tried.stream().anyMatch(it -> it.isUsedUp() || it.isDelayed(now));
        tried.forEach(SignInBudget::clear);
        return locked;
    }

    /**
     * Counts an attempt, before its password is checked.
     *
     * @throws RetryLaterException if the limit of the network is used up, whatever the account
     */
    public Try begin(String typed, HttpServletRequest request) {
        String address = EmailAddress.parse(typed).map(EmailAddress::canonical).orElseGet(() -> typed.strip()
                .toLowerCase(Locale.ROOT));
        Optional<byte[]> device = devices.of(request);
        Owner owner = owner(address, device.orElse(null));
        Optional<String> network = owner.knowsDevice() ? Optional.empty() : Optional.of(ClientAddress.network(request));
        network.ifPresent(this::countByNetwork);
        UUID budget = owner.knowsDevice() ? id(address, device.orElseThrow()) : id(address, new byte[0]);
        Try tried = transaction.execute(status -> {
            Instant now = clock.instant();
            budgets.makeSure(budget, owner.id(), owner.knowsDevice(), now);
            SignInBudget found = budgets.findForChange(budget).orElseThrow();
            boolean allowed = found.take(now);
            return new Try(budget, owner.id(), network, allowed, allowed ? found.closedUntil() : null);
        });
        if (!tried.isAllowed() && owner.knowsDevice()) {
            // An attempt within the delay costs a hash all the same, so the limit of the network holds for it.
            countByNetwork(ClientAddress.network(request));
        }
        return tried;
    }

    /** The password was wrong, or the account cannot sign in. */
    public void failed(Try tried) {
        if (tried.closesUntil() != null) {
            log.record("authn_login_lock", tried.accountId(), "until", tried.closesUntil());
        }
    }

    /** The password was right and the account can sign in. */
    public void succeeded(Try tried) {
        transaction.executeWithoutResult(
                status -> budgets.findForChange(tried.budget()).ifPresent(SignInBudget::clear));
        tried.network().ifPresent(address -> {
            limits.giveBack(Limit.SIGN_IN_FROM_ADDRESS, address);
            limits.giveBack(Limit.SIGN_IN_IN_ALL, "");
        });
    }

    /**
     * Checks the limit of the network before a passkey is verified. Passkeys cannot be guessed, so only refused ones count.
     *
     * @throws RetryLaterException if the limit of the network is used up
     */
    public void beginPasskey(HttpServletRequest request) {
        limits.look(Limit.SIGN_IN_FROM_ADDRESS, ClientAddress.network(request)).ifPresent(wait -> {
            throw RetryLaterException.tooMany(wait);
        });
    }

    public void passkeyFailed(HttpServletRequest request) {
        limits.take(Limit.SIGN_IN_FROM_ADDRESS, ClientAddress.network(request));
    }

    /** Deletes what was counted for addresses without an account and for unused devices. */
    @Transactional
    int forget() {
        Instant now = clock.instant();
        Duration counted = SecurityNumbers.SIGN_IN_WINDOW.plus(SecurityNumbers.SIGN_IN_LONGEST_DELAY);
        return budgets.forget(now.minus(counted), now.minus(SecurityNumbers.DEVICE_KNOWN));
    }

    /** Counts by network first, so that a flood from one network does not hold the row that all networks share. */
    private void countByNetwork(String address) {
        limits.take(Limit.SIGN_IN_FROM_ADDRESS, address).ifPresent(wait -> {
            throw RetryLaterException.tooMany(wait);
        });
        limits.take(Limit.SIGN_IN_IN_ALL, "").ifPresent(wait -> {
            limits.giveBack(Limit.SIGN_IN_FROM_ADDRESS, address);
            throw RetryLaterException.tooMany(wait);
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

    /** @param id null if the email address has no account */
    private record Owner(UUID id, boolean knowsDevice) {}

    /**
     * A counted attempt.
     *
     * @param network that it is counted for as well; empty for a known device
     * @param isAllowed whether the password is checked; otherwise it is refused like a wrong one
     * @param closesUntil end of the delay that begins if the password is wrong; null for none
     */
    public record Try(UUID budget, UUID accountId, Optional<String> network, boolean isAllowed, Instant closesUntil) {}
}
