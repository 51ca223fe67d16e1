package ca.releve.replacement;

import java.time.Instant;

/**
 * Where a request stands in the lists, as one number that an index keeps in order: drafts on top, newest first, since they
 * wait for their author; then what comes, soonest first; then what is over, latest first.
 */
final class ListOrder {

    /** More than any moment that a shift begins at, in seconds. */
    private static final long OVER = 100_000_000_000L;

    private ListOrder() {}

    static long ofDraft(Instant createdAt) {
        return -createdAt.getEpochSecond();
    }

    static long ofComing(Instant nextStart) {
        return nextStart.getEpochSecond();
    }

    static long ofPast(Instant lastEnd) {
        return OVER - lastEnd.getEpochSecond();
    }
}
