package ca.releve.substitute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A shift on which a substitute is expected. */
public record ComingShiftRow(
        UUID id, UUID requestId, String code, String client, String facility, Instant startsAt, Instant endsAt) {

    static List<UUID> ids(List<ComingShiftRow> shifts) {
        return shifts.stream().map(ComingShiftRow::id).toList();
    }
}
