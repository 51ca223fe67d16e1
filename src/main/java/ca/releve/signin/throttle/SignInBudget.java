package ca.releve.signin.throttle;

import ca.releve.web.settings.SecurityNumbers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The sign-in attempts of one account (ABU-01): a few at once, then one after each of growing delays, then none. A known device
 * of the account has a budget of its own (ABU-02).
 */
@Entity
class SignInBudget {

    private static final int MOST_DOUBLINGS = 16;

    @Id
    private UUID id;

    private UUID accountId;
    private boolean ofDevice;
    private int failures;
    private int consecutive;
    private Instant triedAt;
    private Instant closedUntil;

    protected SignInBudget() {}

    SignInBudget(UUID id, UUID accountId, boolean ofDevice, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.ofDevice = ofDevice;
        this.triedAt = now;
    }

    /**
     * Counts an attempt as a wrong password until {@link #clear}, so that concurrent attempts are no way around the limit.
     *
     * @return whether the password may be checked
     */
    boolean take(Instant now) {
        if (isUsedUp() || isDelayed(now)) {
            return false;
        }
        if (isQuietSince(now)) {
            failures = 0;
        }
        failures++;
        consecutive++;
        triedAt = now;
        closedUntil = failures < SecurityNumbers.SIGN_IN_FREE_FAILURES ? null : now.plus(delay());
        return true;
    }

    /** Resets the counters after a right password, a reset or an unlock. */
    void clear() {
        failures = 0;
        consecutive = 0;
        closedUntil = null;
    }

    UUID accountId() {
        return accountId;
    }

    /** Whether no password is accepted any more, without a reset, a passkey or the staff. */
    boolean isUsedUp() {
        return consecutive >= SecurityNumbers.SIGN_IN_MOST_FAILURES;
    }

    boolean isDelayed(Instant now) {
        return closedUntil != null && now.isBefore(closedUntil);
    }

    /** The end of the present delay; null without one. */
    Instant closedUntil() {
        return closedUntil;
    }

    private boolean isQuietSince(Instant now) {
        Instant last = closedUntil == null ? triedAt : closedUntil;
        return !now.isBefore(last.plus(SecurityNumbers.SIGN_IN_WINDOW));
    }

    private Duration delay() {
        int doublings = Math.min(failures - SecurityNumbers.SIGN_IN_FREE_FAILURES, MOST_DOUBLINGS);
        Duration delay = SecurityNumbers.SIGN_IN_FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(SecurityNumbers.SIGN_IN_LONGEST_DELAY) < 0
                ? delay
                : SecurityNumbers.SIGN_IN_LONGEST_DELAY;
    }
}
