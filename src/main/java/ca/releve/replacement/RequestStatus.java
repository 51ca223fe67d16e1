package ca.releve.replacement;

/** Where a replacement request stands; follows from its shifts, except {@code NEEDS_INFO}, {@code DECLINED} and {@code CANCELLED}. */
public enum RequestStatus {
    /** Brouillon: without a schedule, not sent. */
    DRAFT,
    /** Soumise: sent, nobody of the service has looked at it. */
    SUBMITTED,
    /** À préciser: the service asks the manager something. */
    NEEDS_INFO,
    /** Refusée: the service said no, and why. */
    DECLINED,
    /** En recherche: the service looks for somebody. */
    SEARCHING,
    /** Partiellement comblée: somebody is confirmed for some of the shifts. */
    PARTIALLY_FILLED,
    /** Comblée: somebody is confirmed for every shift. */
    FILLED,
    /** En cours: the first shift has begun, the last is not over. */
    IN_PROGRESS,
    /** Terminée: every shift is over, and at least one was worked. */
    COMPLETED,
    /** Non comblée: every shift is over, and none was worked. */
    UNFILLED,
    /** Annulée: who, why and when are kept. */
    CANCELLED;

    /** Nothing more will happen to it. */
    public boolean isClosed() {
        return this == DECLINED || this == COMPLETED || this == UNFILLED || this == CANCELLED;
    }

    /** Drafts are deleted; what was sent is cancelled. */
    public boolean isDeletable() {
        return this == DRAFT;
    }

    public boolean isEditable() {
        return !isClosed();
    }

    public boolean isSchedulable() {
        return !isClosed();
    }

    public boolean isCancellable() {
        return this != DRAFT && !isClosed();
    }

    /** The service may begin to look for a substitute. */
    public boolean isTakable() {
        return this == SUBMITTED;
    }

    /** Also while the service searches: a question often comes up only then. */
    public boolean isOpenToQuestions() {
        return this == SUBMITTED || this == SEARCHING;
    }

    /** Whether the service may decline it, if nobody is confirmed. */
    public boolean isDeclinable() {
        return this == SUBMITTED || this == NEEDS_INFO || this == SEARCHING;
    }

    /** Also after its end: a substitute may have come without being entered. */
    public boolean isAssignable() {
        return this != DRAFT && this != DECLINED && this != CANCELLED;
    }
}
