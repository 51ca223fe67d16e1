package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * That a substitute is told of a change of one assignment, by mail or by telephone. It is saved in the transaction of the
 * change. The notices of one change have the same {@code queuedAt}: one mail or one call says all of them.
 */
@Entity
public class Notice extends VersionedEntity {

    /** How she is told. */
    public enum Channel {
        /** A mail is queued. */
        MAIL,
        /** A member of the staff calls. */
        CALL
    }

    private UUID clientId;
    private UUID requestId;
    private UUID assignmentId;
    private UUID substituteId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private Instant startsAt;
    private Instant endsAt;
    private UUID mailId;
    private Instant queuedAt;
    private String queuedBy;
    private Instant leftAt;
    private Instant calledAt;
    private String calledBy;
    private Instant seenAt;
    private Instant replacedAt;

    protected Notice() {}

    public Notice(ReplacementEvent event, Booking booking, Channel channel, Instant now) {
        this.clientId = event.clientId();
        this.requestId = event.requestId();
        this.assignmentId = booking.assignmentId();
        this.substituteId = booking.substituteId();
        this.kind = event.notice();
        this.channel = channel;
        this.startsAt = booking.planned().startsAt();
        this.endsAt = booking.planned().endsAt();
        this.queuedAt = now;
        this.queuedBy = event.by().name();
    }

    /** The mail that tells her. */
    public void mailed(UUID mail) {
        mailId = mail;
    }

    /** A member of the staff told her on the telephone. */
    public void called(Actor by, Instant now) {
        RuleViolation.unless(isToCall(), "rule.notice.told");
        calledAt = now;
        calledBy = by.name();
    }

    /** She has opened it in her space, which closes a call. */
    public void seen(Instant now) {
        seenAt = seenAt == null ? now : seenAt;
    }

    public boolean isToCall() {
        return channel == Channel.CALL && calledAt == null && seenAt == null && replacedAt == null;
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID requestId() {
        return requestId;
    }

    public UUID substituteId() {
        return substituteId;
    }

    public NoticeKind kind() {
        return kind;
    }

    public Channel channel() {
        return channel;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant queuedAt() {
        return queuedAt;
    }
}
