package ca.releve.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request of a facility that is not over.
 *
 * @param shiftCount shifts that are not cancelled
 * @param filledCount those of them that have a substitute
 */
public record ComingRequestRow(
        UUID id,
        String code,
        String jobFunctionFr,
        String jobFunctionEn,
        Instant firstStart,
        int shiftCount,
        int filledCount) {

    public static List<UUID> ids(List<ComingRequestRow> requests) {
        return requests.stream().map(ComingRequestRow::id).toList();
    }
}
