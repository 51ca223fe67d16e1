package ca.releve.replacement;

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

    /** Somebody is, or is still to be, found for it. */
    boolean isAhead() {
        return this == OPEN || this == CONFIRMED || this == TO_RECONFIRM;
    }
}
