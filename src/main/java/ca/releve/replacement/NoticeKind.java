package ca.releve.replacement;

/** What a substitute has to be told about a shift. */
public enum NoticeKind {
    /** She is expected. */
    CONFIRMED,
    /** She is expected at other times, at another place or for something else. */
    CHANGED,
    /** The client no longer needs her. */
    CANCELLED,
    /** She does not come to this shift; somebody else is looked for. */
    RELEASED
}
