package ca.releve.timesheet;

/** State of a time entry. */
public enum TimeEntryStatus {
    /** À remplir: the shift is over and its hours were not declared yet. */
    TO_FILL,
    /** À approuver: declared, and waiting for the manager. */
    SUBMITTED,
    /** Approuvée: the manager agrees. */
    APPROVED,
    /** Transmise à la paie: corrected only by a new entry that refers to it. */
    LOCKED,
    /** Retournée pour correction: the manager said what is wrong. */
    RETURNED;

    boolean isFillable() {
        return this == TO_FILL || this == RETURNED;
    }
}
