package ca.releve.notification;

import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import ca.releve.web.SecurityNumbers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that the portal owes somebody. It is saved with the change that it tells of, so there is one exactly if the change
 * was committed (MAIL-01).
 */
@Entity
class OutgoingMail extends VersionedEntity {

    /** What became of it. */
    enum Status {
        /** Waits for its delivery, or for the next try. */
        QUEUED,
        /** The mail server has taken it. */
        SENT,
        /** Could not be delivered within a day. */
        FAILED,
        /** No longer of use: what it told of, or its link, was over before it could leave. */
        DROPPED
    }

    /** Stands in the text where the token of the link comes, which is made when the mail leaves. */
    static final String TOKEN = "{jeton}";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(60);
    private static final Duration LONGEST_STRUGGLE = Duration.ofHours(24);
    private static final int LONGEST_ERROR = 500;

    private String kind;
    private String recipient;
    private String recipientName;
    private String language;
    private String subject;
    private String body;
    private UUID accountTokenId;

    @Enumerated(EnumType.STRING)
    private Status status = Status.QUEUED;

    private int attempts;
    private Instant queuedAt;
    private Instant expiresAt;
    private Instant sentAt;
    private String lastError;

    protected OutgoingMail() {}

    OutgoingMail(MailDraft draft, String subject, String body, Instant now) {
        this.kind = draft.kind();
        this.recipient = draft.recipient();
        this.recipientName = draft.name();
        this.language = draft.language();
        this.subject = subject;
        this.body = body;
        this.accountTokenId = draft.tokenId();
        this.expiresAt = draft.expiresAt();
        this.queuedAt = now;
    }

    boolean isQueued() {
        return status == Status.QUEUED;
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    void sent(Instant now) {
        attempts++;
        status = Status.SENT;
        sentAt = now;
        lastError = null;
    }

    void drop() {
        status = Status.DROPPED;
    }

    /**
     * The mail server did not take it.
     *
     * @return when to try again: after 1, 2, 4… minutes, at most an hour; empty once a day has passed, then it has failed
     */
    Optional<Instant> refused(String error, Instant now) {
        attempts++;
        lastError = error.substring(0, Math.min(error.length(), LONGEST_ERROR));
        Duration wait = Duration.ofMinutes(1L << Math.min(attempts - 1, 6));
        Instant next = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        if (next.isAfter(queuedAt.plus(LONGEST_STRUGGLE))) {
            status = Status.FAILED;
            return Optional.empty();
        }
        return Optional.of(next);
    }

    /**
     * Nobody waits for it any more: whoever it was to was told in another way, or need not be.
     *
     * @throws RuleViolation unless it has failed
     */
    void putAway() {
        if (!isFailed()) {
            throw new RuleViolation("rule.mail.not-failed");
        }
        drop();
    }

    /**
     * It leaves once more, and is struggled for as long as a new one.
     *
     * @param linkIsOpen whether its link could still be mailed; true for a mail without one
     * @throws RuleViolation if it waits anyway, is of no use any more, or has left just now
     */
    void resend(boolean linkIsOpen, Instant now) {
        refusalToResend(linkIsOpen, now).ifPresent(key -> {
            throw new RuleViolation(key);
        });
        status = Status.QUEUED;
        attempts = 0;
        queuedAt = now;
        sentAt = null;
        lastError = null;
    }

    /** @return key of the sentence that says why it cannot leave once more; empty if it can */
    Optional<String> refusalToResend(boolean linkIsOpen, Instant now) {
        if (isQueued()) {
            return Optional.of("rule.mail.queued");
        }
        if (status == Status.DROPPED || isExpired(now) || !linkIsOpen) {
            return Optional.of("rule.mail.link-over");
        }
        boolean lately = now.isBefore(queuedAt.plus(SecurityNumbers.MAIL_AGAIN_AFTER));
        return lately ? Optional.of("rule.mail.lately") : Optional.empty();
    }

    /** The mail as it leaves, with the token of its link. */
    Letter letter(String token) {
        return new Letter(
                id(), recipient, recipientName, Locale.forLanguageTag(language), subject, body.replace(TOKEN, token));
    }

    UUID accountTokenId() {
        return accountTokenId;
    }

    public String kind() {
        return kind;
    }

    public String recipient() {
        return recipient;
    }

    public String recipientName() {
        return recipientName;
    }

    public String subject() {
        return subject;
    }

    /** The text as staff may read it: the token of a link is nobody's but the recipient's. */
    public String readableBody() {
        return body.replace(TOKEN, "…");
    }

    /** Whether its link holds a token, which is drawn when it leaves. */
    public boolean hasSecretLink() {
        return accountTokenId != null;
    }

    public Status status() {
        return status;
    }

    public int attempts() {
        return attempts;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public String lastError() {
        return lastError;
    }

    /** What the mail server gets. */
    record Letter(UUID id, String recipient, String name, Locale locale, String subject, String body) {}
}
