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
import java.util.function.Predicate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;

/** One event: who, when, before, after and why. Entries are never changed or deleted. */
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

    /** The same entry for a reader who does not see every facility of the client. */
    HistoryEntry readBy(Predicate<UUID> sees) {
        HistoryEntry read = new HistoryEntry();
        read.id = id;
        read.at = at;
        read.actorKind = actorKind;
        read.actorId = actorId;
        read.actorName = actorName;
        read.subject = subject;
        read.event = event;
        read.facts = facts.stream().map(fact -> Fact.readBy(sees, fact)).toList();
        read.reason = reason;
        read.requestNumber = requestNumber;
        return read;
    }

    public Instant at() {
        return at;
    }

    public Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    /** The replacement request that the entry belongs to; null if there is none. */
    public UUID requestId() {
        return subject.requestId();
    }

    /** The object or person that the entry is about. */
    public UUID subjectId() {
        return subject.subjectId();
    }

    /** The code of the event; the message {@code history.<event>} describes it. */
    public String event() {
        return event;
    }

    /** The arguments of the message, in order; see {@link Fact}. */
    public List<String> facts() {
        return facts;
    }

    /** The reason that the user typed; null if the page does not ask for one. */
    public String reason() {
        return reason;
    }

    /** The number of the HTTP request, as in the log; null for scheduled tasks. */
    public String requestNumber() {
        return requestNumber;
    }
}
