package ca.releve.signin.throttle;

import ca.releve.web.settings.SecurityNumbers;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.UUID;

/** The rate limits; the numbers and their reasons are in {@code src/docs/security.md}. */
public enum Limit {
    /** Wrong passwords and passkeys from one address, over all accounts. */
    SIGN_IN_FROM_ADDRESS(SecurityNumbers.SIGN_IN_FAILURES_PER_ADDRESS, Duration.ofMinutes(1)),
    /** Wrong passwords from everywhere. */
    SIGN_IN_IN_ALL(SecurityNumbers.SIGN_IN_FAILURES_IN_ALL, Duration.ofMinutes(1)),
    /** Requests from one address that make the portal send mail. */
    MAIL_FROM_ADDRESS(SecurityNumbers.MAIL_REQUESTS_PER_ADDRESS, Duration.ofHours(1)),
    /** Links with an invalid token, from one address. */
    WRONG_TOKENS_FROM_ADDRESS(SecurityNumbers.WRONG_TOKENS_PER_ADDRESS, SecurityNumbers.TOKEN_WINDOW),
    /** Security events of one account: refused pages and unknown ids. */
    EVENTS_OF_ACCOUNT(SecurityNumbers.EVENTS_PER_ACCOUNT, Duration.ofHours(1));

    private final int most;
    private final Duration window;

    Limit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** @return the account that the limit holds for; null if it holds for an address */
    UUID accountOf(String key) {
        return this == EVENTS_OF_ACCOUNT ? UUID.fromString(key) : null;
    }

    /** The time in which the bucket fills up, from one token. */
    Duration untilFullWithOneLeft() {
        return window.minus(window.dividedBy(most));
    }

    /** A bucket that allows all of them at once and refills evenly over the window. */
    BucketConfiguration bucket() {
        return bucket(most);
    }

    /** A bucket that allows one report of a used-up limit in the window. */
    BucketConfiguration reports() {
        return bucket(1);
    }

    private BucketConfiguration bucket(int tokens) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, window))
                .build();
    }
}
