package ca.releve.replacement.list;

import ca.releve.replacement.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the lists of requests: everything that they say of one, in the reader's language.
 *
 * @param code what people say on the phone to name it
 * @param nextStart start of the shift that comes or is going on; null if none does
 * @param substitute who comes to that shift; null for nobody
 * @param toReconfirm whether she has been asked again after a change
 * @param openShiftId the first shift that the service still has to settle; null if there is none
 * @param openToFill whether that one wants somebody, rather than an answer
 * @param statusRank where the status stands in the life of a request, from 1
 * @param listOrder where it stands in the lists by date, as one number
 */
record RequestRow(
        UUID id,
        String code,
        RequestStatus status,
        boolean qualified,
        String client,
        String facility,
        String jobFunction,
        String ageGroup,
        String taskType,
        Instant nextStart,
        Instant nextEnd,
        String substitute,
        boolean substituteQualified,
        boolean toReconfirm,
        UUID openShiftId,
        Instant openStart,
        Instant openEnd,
        boolean openToFill,
        int shiftCount,
        int filledCount,
        int statusRank,
        long listOrder) {

    private static final Duration SOON = Duration.ofHours(24);

    /** Not sent, for it has no schedule. */
    public boolean draft() {
        return status == RequestStatus.DRAFT;
    }

    /** Called off or refused: what it covered is of no interest any more. */
    public boolean off() {
        return status == RequestStatus.CANCELLED || status == RequestStatus.DECLINED;
    }

    /** Whether what is to be settled begins within a day, or has begun. */
    public boolean urgent(Instant now) {
        return openStart != null && openStart.isBefore(now.plus(SOON));
    }

    /** Minutes until the shift that is to be settled begins, each begun one counted; none or less once it has begun. */
    public int minutesToStart(Instant now) {
        return Math.toIntExact(Duration.between(now, openStart).plusSeconds(59).toMinutes());
    }
}
