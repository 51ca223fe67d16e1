package ca.releve.account.limit;

import ca.releve.web.SecurityNumbers;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.UUID;

/** What may be done only so often; the numbers and their reasons are in {@code src/docs/security.md}. */
public enum Limit {
    /** Wrong passwords and passkeys from one address, over all accounts. */
    SIGN_IN_FROM_ADDRESS(SecurityNumbers.SIGN_IN_FAILURES_PER_ADDRESS, Duration.ofMinutes(1)),
    /** Wrong passwords from everywhere. */
    SIGN_IN_IN_ALL(SecurityNumbers.SIGN_IN_FAILURES_IN_ALL, Duration.ofMinutes(1)),
    /** What makes the portal write mail, from one address. */
    MAIL_FROM_ADDRESS(SecurityNumbers.MAIL_REQUESTS_PER_ADDRESS, Duration.ofHours(1)),
    /** Links that open nothing, from one address. */
    WRONG_TOKENS_FROM_ADDRESS(SecurityNumbers.WRONG_TOKENS_PER_ADDRESS, SecurityNumbers.TOKEN_WINDOW),
    /** Sessions that begin at one address. */
    SESSIONS_FROM_ADDRESS(SecurityNumbers.SESSIONS_PER_ADDRESS, SecurityNumbers.TOKEN_WINDOW),
    /** Forms that are kept for people whose session is over, of one address. */
    KEPT_FORMS_FROM_ADDRESS(SecurityNumbers.KEPT_FORMS_PER_ADDRESS, Duration.ofHours(1)),
    /** Closed doors and strange ids that one person's events tell of. */
    EVENTS_OF_ACCOUNT(SecurityNumbers.EVENTS_PER_ACCOUNT, Duration.ofHours(1));

    private final int most;
    private final Duration window;

    Limit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Whom the limit holds for, if that is a person; null if it is a place. */
    UUID accountOf(String key) {
        return this == EVENTS_OF_ACCOUNT ? UUID.fromString(key) : null;
    }

    /** How long it takes until all of them are there, from when there is one. */
    Duration untilFullWithOneLeft() {
        return window.minus(window.dividedBy(most));
    }

    /** All of them at once, or one each time that its share of the window has passed. */
    BucketConfiguration bucket() {
        return bucket(most);
    }

    /** Once in the window. */
    BucketConfiguration news() {
        return bucket(1);
    }

    private BucketConfiguration bucket(int tokens) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, window))
                .build();
    }
}
