package ca.releve.replacement.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who could be sent to a shift, with what speaks for and against it.
 *
 * @param hasFunction whether she does what is asked for
 * @param busyFrom start of what she is already booked for at that time; null if she is free
 * @param loadMinutes what she is booked for in the week of the shift, without it
 * @param knowsPlace whether she has lately been to the installation
 */
record Candidate(
        UUID id,
        String name,
        String phone,
        boolean qualified,
        boolean hasFunction,
        Instant busyFrom,
        Instant busyUntil,
        int loadMinutes,
        boolean knowsPlace) {

    /** Overtime is counted after 40 hours a week, over all installations (LNT, art. 52 and 55). */
    private static final int FULL_WEEK_IN_MINUTES = 40 * 60;

    public boolean free() {
        return busyFrom == null;
    }

    /** Whether these minutes more would make a week of over 40 hours. */
    public boolean tooMuch(int addedMinutes) {
        return loadMinutes + addedMinutes > FULL_WEEK_IN_MINUTES;
    }
}
