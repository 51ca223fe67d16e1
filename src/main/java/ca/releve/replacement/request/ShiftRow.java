package ca.releve.replacement.request;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ShiftStatus;
import ca.releve.shared.NotFound;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A shift with who comes, as the manager's pages on one request show it.
 *
 * @param breakMinutes unpaid break in whole minutes
 * @param statusReason why it is cancelled, open again, given up or without the substitute; null where nobody was asked
 * @param substituteName null for nobody
 * @param substituteQualified null for nobody
 */
public record ShiftRow(
        UUID id,
        Integer version,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        int breakMinutes,
        ShiftStatus status,
        String statusReason,
        String substituteName,
        Boolean substituteQualified) {

    public PlannedShift planned() {
        return new PlannedShift(startsAt, endsAt, breakMinutes, zone);
    }

    public boolean isChangeable(Instant now) {
        return status.isChangeable(startsAt, endsAt, now);
    }

    public boolean isLive() {
        return status != ShiftStatus.CANCELLED;
    }

    /** @throws NotFound if it is none of these */
    public static ShiftRow of(UUID id, List<ShiftRow> shifts) {
        return shifts.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    static int paidMinutes(List<ShiftRow> shifts) {
        return shifts.stream()
                .filter(ShiftRow::isLive)
                .mapToInt(it -> it.planned().paidMinutes())
                .sum();
    }
}
