package ca.releve.timesheet;

/** Where one line of a time sheet stands. */
public enum TimeEntryStatus {
    /** À remplir: the shift is over, nobody declared its hours yet. */
    TO_FILL,
    /** À approuver: declared, and waiting for the manager. */
    SUBMITTED,
    /** Approuvée: the manager agrees. */
    APPROVED,
    /** Transmise à la paie: corrected only by a new line that refers to it. */
    LOCKED,
    /** Retournée pour correction: the manager said what is wrong. */
    RETURNED
}
