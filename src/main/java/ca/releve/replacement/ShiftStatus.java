package ca.releve.replacement;

import java.time.Duration;
import java.time.Instant;

/** Where one shift stands. */
public enum ShiftStatus {
    /** À combler: nobody yet. */
    OPEN,
    /** Confirmé: somebody comes. */
    CONFIRMED,
    /** Effectué: somebody was confirmed, and it is over. */
    WORKED,
    /** À reconfirmer: something changed after somebody was confirmed. */
    TO_RECONFIRM,
    /** Remplaçante absente: she was confirmed and did not come. */
    NO_SHOW,
    /** Non comblé: it is over, or given up, and nobody came. */
    UNFILLED,
    /** Annulé: no longer wanted. */
    CANCELLED;

    /** How long after the end of a shift its client may still say that the substitute has not arrived. */
    private static final Duration STILL_LATE = Duration.ofHours(2);

    /** Somebody is, or is still to be, found for it. */
    public boolean isAhead() {
        return this == OPEN || this == CONFIRMED || this == TO_RECONFIRM;
    }

    /** Whether no other shift of the request may be at its time: after an absence the same hours can be asked for again. */
    public boolean takesItsTime() {
        return this != CANCELLED && this != NO_SHOW;
    }

    /** Somebody comes, or has been asked again whether she does. */
    public boolean isTaken() {
        return this == CONFIRMED || this == TO_RECONFIRM;
    }

    /**
     * Whether the manager may still change the times of such a shift, or take it out: until somebody has begun it, for from
     * then on what was really worked is written down in its time entry; and until its end while nobody comes.
     */
    public boolean isChangeable(Instant startsAt, Instant endsAt, Instant now) {
        return isTaken() ? now.isBefore(startsAt) : this == OPEN && now.isBefore(endsAt);
    }

    /**
     * Whether the manager may say that the substitute has not arrived: from the start of the shift until two hours after its
     * end, for then her hours are about to be declared, and the service writes down an absence.
     */
    public boolean mayBeLate(Instant startsAt, Instant endsAt, Instant now) {
        return (isTaken() || this == WORKED) && !now.isBefore(startsAt) && now.isBefore(endsAt.plus(STILL_LATE));
    }
}
