package ca.releve.notification;

import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail. It is saved in the transaction of the change that it reports, so it exists exactly if the change was committed
 * (MAIL-01).
 */
@Entity
public class OutgoingMail extends VersionedEntity {

    /** The state of a mail. */
    public enum Status {
        /** Waits for delivery or for the next attempt. */
        QUEUED,
        /** The mail server accepted it. */
        SENT,
        /** Was refused for good, or could not be delivered within a day. */
        FAILED,
        /** Is not sent any more: its link expired, or an administrator dismissed it. */
        DROPPED,
        /** Was queued in a backup that was restored, and may have been sent since; waits until an administrator releases it. */
        HELD
    }

    /** Placeholder in the text for the token of the link, which is issued when the mail is sent. */
    static final String TOKEN = "{jeton}";

    private static final Duration MAX_RETRY_DELAY = Duration.ofMinutes(60);
    private static final Duration RETRY_PERIOD = Duration.ofHours(24);
    private static final int MAX_ERROR_LENGTH = 500;

    private String kind;
    private String recipient;
    private String recipientName;
    private String language;
    private String subject;
    private String body;
    private UUID accountTokenId;
    private UUID heldFor;

    @Enumerated(EnumType.STRING)
    private Status status = Status.QUEUED;

    private int attempts;
    private Instant queuedAt;
    private Instant expiresAt;
    private Instant sentAt;
    private String lastError;

    @Enumerated(EnumType.STRING)
    private MailProblem lastProblem;

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
        this.heldFor = draft.held() == null ? null : draft.held().about();
        this.queuedAt = now;
    }

    public boolean isQueued() {
        return status == Status.QUEUED;
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }

    public boolean isHeld() {
        return status == Status.HELD;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    void sent(Instant now) {
        attempts++;
        status = Status.SENT;
        sentAt = now;
        lastError = null;
        lastProblem = null;
    }

    void drop() {
        status = Status.DROPPED;
    }

    /**
     * Records that the mail did not leave.
     *
     * @return the time of the next attempt, after 1, 2, 4… and at most 60 minutes; empty if the mail has failed: at once if the
     *     refusal is permanent, else after a day
     */
    Optional<Instant> refused(MailRefusal refusal, Instant now) {
        attempts++;
        lastProblem = refusal.problem();
        lastError = refusal.answer().substring(0, Math.min(refusal.answer().length(), MAX_ERROR_LENGTH));
        // 1 << n is 2 to the power of n; 2^6 = 64 minutes already exceed the maximum.
        Duration delay = Duration.ofMinutes(1L << Math.min(attempts - 1, 6));
        Instant next = now.plus(delay.compareTo(MAX_RETRY_DELAY) > 0 ? MAX_RETRY_DELAY : delay);
        if (lastProblem.isPermanent() || next.isAfter(queuedAt.plus(RETRY_PERIOD))) {
            status = Status.FAILED;
            return Optional.empty();
        }
        return Optional.of(next);
    }

    /**
     * Whether the mail may be sent before its next attempt.
     *
     * @throws RuleViolation if it does not wait for one
     */
    void checkQueued() {
        if (!isQueued()) {
            throw new RuleViolation("rule.mail.not-queued");
        }
    }

    /**
     * Dismisses a mail that failed or is held.
     *
     * @throws RuleViolation if the mail is in another state
     */
    void putAway() {
        if (!isFailed() && !isHeld()) {
            throw new RuleViolation("rule.mail.not-failed");
        }
        drop();
    }

    /**
     * Queues the mail again, like a new one.
     *
     * @param linkIsOpen whether the link of the mail is still valid; true for a mail without a link
     * @throws RuleViolation if the mail is queued, was dropped, has an expired link, or was queued a moment ago
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
        lastProblem = null;
    }

    /** @return message key of the reason why the mail cannot be sent again; empty if it can */
    Optional<String> refusalToResend(boolean linkIsOpen, Instant now) {
        if (isQueued()) {
            return Optional.of("rule.mail.queued");
        }
        if (status == Status.DROPPED || isExpired(now) || !linkIsOpen) {
            return Optional.of("rule.mail.link-over");
        }
        boolean recent = status == Status.SENT && now.isBefore(queuedAt.plus(SecurityNumbers.MAIL_AGAIN_AFTER));
        return recent ? Optional.of("rule.mail.lately") : Optional.empty();
    }

    /** The mail with the token of its link. */
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

    /** The text without the token of the link, which only the recipient may see. */
    public String readableBody() {
        return body.replace(TOKEN, "…");
    }

    /** Whether the mail has a link with a token. */
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

    /** Why the last attempt failed; null if none did. */
    public MailProblem lastProblem() {
        return lastProblem;
    }

    /** The mail as it is sent to the mail server. */
    record Letter(UUID id, String recipient, String name, Locale locale, String subject, String body) {}
}
