package ca.releve.replacement.list;

import ca.releve.replacement.ShiftStatus;
import ca.releve.replacement.week.Arrival;
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
        boolean qualified,
        Arrival arrival) {

    /** Whether a confirmed substitute comes or came. */
    public boolean expected() {
        return status == ShiftStatus.CONFIRMED || status == ShiftStatus.WORKED;
    }

    /** Whether the shift is going on and the manager may say that the substitute has not arrived. */
    public boolean mayBeLate(Instant now) {
        return status.mayBeLate(startsAt, endsAt, now) && now.isBefore(endsAt);
    }
}
