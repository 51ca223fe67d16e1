package ca.releve.replacement.desk;

/** What the hours of a candidate speak against, over all clients, if some shifts are added; a warning, never a refusal. */
public enum LoadWarning {
    /** Overtime is paid after 40 hours a week (LNT, art. 52 and 55). */
    OVER_40_HOURS,
    /** The substitute may refuse more than 50 hours a week (LNT, art. 59.0.1). */
    OVER_50_HOURS,
    /** The substitute may refuse more than 12 hours in 24 (LNT, art. 59.0.1). */
    OVER_12_HOURS_IN_24
}
