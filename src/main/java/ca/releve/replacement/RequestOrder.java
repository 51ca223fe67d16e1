package ca.releve.replacement;

import java.time.Instant;

/**
 * Where a request stands in the lists, as one number that an index keeps in order: drafts on top, newest first, since they
 * wait for their author; then what comes, soonest first; then what is over, latest first.
 */
public final class RequestOrder {

    /** More than any moment that a shift begins at, in seconds. */
    private static final long OVER = 100_000_000_000L;

    private RequestOrder() {}

    public static long ofDraft(Instant createdAt) {
        return -createdAt.getEpochSecond();
    }

    public static long ofComing(Instant nextStart) {
        return nextStart.getEpochSecond();
    }

    public static long ofPast(Instant lastEnd) {
        return OVER - lastEnd.getEpochSecond();
    }
}
