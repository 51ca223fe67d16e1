package ca.releve.replacement.list;

import ca.releve.replacement.ShiftStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A shift of today in a manager's list.
 *
 * @param substitute name of the substitute; null for nobody
 */
public record TodayRow(
        UUID requestId,
        Instant startsAt,
        Instant endsAt,
        ShiftStatus status,
        String facility,
        String jobFunction,
        String ageGroup,
        String substitute,
        boolean qualified) {

    /** Whether a confirmed substitute comes or came. */
    public boolean expected() {
        return status == ShiftStatus.CONFIRMED || status == ShiftStatus.WORKED;
    }
}
