package ca.releve.replacement;

import ca.releve.history.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;

/**
 * What a person decided about a request: the part of its status that does not follow from its shifts.
 *
 * @param reason the question, or why the request is declined or cancelled
 * @param by name of the person
 */
@Embeddable
public record Decision(
        @Enumerated(EnumType.STRING) @Column(name = "decision")
        Kind kind,

        @Column(name = "decision_reason") String reason,
        @Column(name = "decision_at") Instant at,
        @Column(name = "decision_by") String by) {

    /** The decisions that a request can be under. */
    public enum Kind {
        /** À préciser: the service asks the manager something. */
        NEEDS_INFO,
        /** Refusée: the service declines the request. */
        DECLINED,
        /** Annulée: the request, or all that was left of it, is cancelled. */
        CANCELLED
    }

    static Decision of(Kind kind, String reason, Actor by, Clock clock) {
        return new Decision(kind, reason.strip(), clock.instant(), by.name());
    }
}
