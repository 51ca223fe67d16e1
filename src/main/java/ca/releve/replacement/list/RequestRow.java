package ca.releve.replacement.list;

import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.ShiftStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A request in a list, in the user's language.
 *
 * @param code the reference that is used on the phone
 * @param next the shift that comes or is going on; within a period its first shift; null for none
 * @param open the first shift that the staff have something to do for, within a period if one is asked for; null for none
 */
public record RequestRow(
        UUID id,
        String code,
        RequestStatus status,
        String client,
        String facility,
        Need need,
        Coverage coverage,
        Next next,
        Open open) {

    private static final Duration URGENT = Duration.ofHours(24);

    /** Whether the request has no schedule and is not sent. */
    public boolean draft() {
        return status == RequestStatus.DRAFT;
    }

    /** Whether the request is cancelled or declined. */
    public boolean off() {
        return status == RequestStatus.CANCELLED || status == RequestStatus.DECLINED;
    }

    /** Whether the open shift begins within {@link #URGENT}, or has begun. */
    public boolean urgent(Instant now) {
        return open != null && open.startsAt.isBefore(now.plus(URGENT));
    }

    /**
     * The shift whose date the staff's list shows: the one that the list of all is sorted by.
     *
     * @param openFirst whether the open shift counts more than the next one: in the list of work to do, and within a period
     * @return null for none
     */
    public Shown shown(boolean openFirst) {
        if (openFirst && open != null) {
            return new Shown(open.startsAt, open.endsAt, true);
        }
        return next == null
                ? null
                : new Shown(next.startsAt, next.endsAt, open != null && open.startsAt.equals(next.startsAt));
    }

    /** Whom the request asks for. */
    public record Need(String jobFunction, String ageGroup, boolean qualified) {}

    /**
     * How many shifts are filled.
     *
     * @param shiftCount shifts that are not cancelled
     */
    public record Coverage(int filledCount, int shiftCount) {

        /** The part that is filled, from 0 to 10; at least 1 if any shift is filled, and 10 only if all are. */
        public int tenths() {
            return filledCount == 0 ? 0 : Math.max(1, filledCount * 10 / shiftCount);
        }
    }

    /**
     * The shift that comes or is going on, or the first one of the period that the filter names.
     *
     * @param substitute name of the substitute; null for nobody
     * @param qualified whether the substitute is qualified
     */
    public record Next(Instant startsAt, Instant endsAt, ShiftStatus status, String substitute, boolean qualified) {

        /** Whether the name alone would say that the substitute comes or came. */
        public boolean doubtful() {
            return status == ShiftStatus.TO_RECONFIRM || status == ShiftStatus.NO_SHOW;
        }

        /** Whether somebody is looked for. */
        public boolean open() {
            return status == ShiftStatus.OPEN;
        }
    }

    /**
     * The first shift that the staff have something to do for.
     *
     * @param toFill whether it needs a substitute; otherwise the substitute has to confirm again
     */
    public record Open(UUID shiftId, Instant startsAt, Instant endsAt, boolean toFill) {}

    /**
     * The shift whose date is shown.
     *
     * @param open whether the staff have something to do for it
     */
    public record Shown(Instant startsAt, Instant endsAt, boolean open) {

        /** Whole minutes until the shift begins, rounded up; 0 or less once it has begun. */
        public int minutesToStart(Instant now) {
            return Math.toIntExact(
                    Duration.between(now, startsAt).plusSeconds(59).toMinutes());
        }
    }
}
