package ca.releve.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;

/** One thing that happened, with who, when, before, after and why; never changed nor removed. */
@Entity
@Immutable
public class HistoryEntry {

    @Id
    private UUID id;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private UUID actorId;
    private String actorName;

    @Embedded
    private Subject subject;

    private String event;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> facts;

    private String reason;
    private String requestNumber;

    protected HistoryEntry() {}

    HistoryEntry(
            Instant at,
            Actor actor,
            Subject subject,
            String event,
            List<String> facts,
            String reason,
            String requestNumber) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.at = at;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.subject = subject;
        this.event = event;
        this.facts = List.copyOf(facts);
        this.reason = reason == null || reason.isBlank() ? null : reason.strip();
        this.requestNumber = requestNumber;
    }

    public Instant at() {
        return at;
    }

    public Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    /** The replacement request that it belongs to; null outside of one. */
    public UUID requestId() {
        return subject.requestId();
    }

    /** The thing or person that it is about. */
    public UUID subjectId() {
        return subject.subjectId();
    }

    /** What happened, as a code: the message {@code history.<event>} says it in words. */
    public String event() {
        return event;
    }

    /** The facts of the sentence, in its order; see {@link Fact}. */
    public List<String> facts() {
        return facts;
    }

    /** Why, in the person's own words; null where nobody was asked. */
    public String reason() {
        return reason;
    }

    /** The number of the click that did it, as it stands in the log; null for what happens by itself. */
    public String requestNumber() {
        return requestNumber;
    }
}
