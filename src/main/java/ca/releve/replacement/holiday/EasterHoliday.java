package ca.releve.replacement.holiday;

/** Which day around Easter is the legal holiday: the choice of the employer (LNT, art. 60). */
public enum EasterHoliday {
    /** Vendredi saint, two days before Easter Sunday. */
    GOOD_FRIDAY,
    /** Lundi de Pâques, three days after Good Friday. */
    EASTER_MONDAY
}
