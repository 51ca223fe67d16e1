package ca.releve.replacement.list;

import ca.releve.replacement.ShiftStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A shift of today, as a manager looks for it first thing in the morning.
 *
 * @param substitute who comes or came; null for nobody
 */
record TodayRow(
        UUID requestId,
        Instant startsAt,
        Instant endsAt,
        ShiftStatus status,
        String facility,
        String jobFunction,
        String ageGroup,
        String substitute,
        boolean substituteQualified) {

    /** Whether she comes as far as anybody knows. */
    public boolean expected() {
        return status == ShiftStatus.CONFIRMED || status == ShiftStatus.WORKED;
    }
}
