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
    RELEASED,
    /** The client says that she has not arrived. She is only called, also once the shift is over. */
    LATE;

    /** Whether a mail would not help: the staff call, whether or not she has an address. */
    public boolean isOnlyCalled() {
        return this == LATE;
    }
}
