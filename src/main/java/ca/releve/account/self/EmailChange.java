package ca.releve.account.self;

import ca.releve.account.AccountTokens.Purpose;
import ca.releve.client.EmailAddress;
import ca.releve.web.SecurityNumbers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of address that somebody asked for; it takes place once the mailbox that she has and the one that she wants have
 * both said yes (AUTH-17).
 */
@Entity
class EmailChange {

    /** From where an answer comes. */
    enum Mailbox {
        /** The one that she signs in with until then. */
        OLD(Purpose.EMAIL_CHANGE_OLD),
        /** The one that she wants. */
        NEW(Purpose.EMAIL_CHANGE_NEW);

        private final Purpose purpose;

        Mailbox(Purpose purpose) {
            this.purpose = purpose;
        }

        Purpose purpose() {
            return purpose;
        }
    }

    @Id
    private UUID accountId;

    private String email;
    private String emailCanonical;
    private Instant expiresAt;
    private Instant oldConfirmedAt;
    private Instant newConfirmedAt;
    private int wrongPasswords;

    protected EmailChange() {}

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt);
    }

    void confirm(Mailbox mailbox, Instant now) {
        wrongPasswords = 0;
        if (mailbox == Mailbox.OLD) {
            oldConfirmedAt = now;
        } else {
            newConfirmedAt = now;
        }
    }

    /** Both mailboxes have said yes. */
    boolean isConfirmed() {
        return isOldConfirmed() && isNewConfirmed();
    }

    /**
     * Takes one try. It counts as a wrong password until {@link #confirm} says that it was none, so that
     * fifty tries at once are not fifty.
     *
     * @return whether there was one to take
     */
    boolean takeTry() {
        if (isUsedUp()) {
            return false;
        }
        wrongPasswords++;
        return true;
    }

    /** Whether so many passwords were wrong that none is looked at any more. */
    boolean isUsedUp() {
        return wrongPasswords >= SecurityNumbers.EMAIL_CHANGE_WRONG_PASSWORDS;
    }

    UUID accountId() {
        return accountId;
    }

    /** The address that she wants. */
    EmailAddress address() {
        return new EmailAddress(email, emailCanonical);
    }

    public String email() {
        return email;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean isOldConfirmed() {
        return oldConfirmedAt != null;
    }

    public boolean isNewConfirmed() {
        return newConfirmedAt != null;
    }
}
