package ca.releve.account;

import ca.releve.account.AccountTokens.Purpose;
import ca.releve.format.EmailAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a user's address; it takes place once the present and the wanted mailbox have both confirmed it (AUTH-17).
 *
 * @param email the wanted address
 */
public record EmailChange(
        UUID accountId,
        String email,
        String emailCanonical,
        Instant expiresAt,
        boolean oldConfirmed,
        boolean newConfirmed) {

    /** The mailbox that an answer comes from. */
    public enum Mailbox {
        /** The present address. */
        OLD(Purpose.EMAIL_CHANGE_OLD),
        /** The wanted address. */
        NEW(Purpose.EMAIL_CHANGE_NEW);

        private final Purpose purpose;

        Mailbox(Purpose purpose) {
            this.purpose = purpose;
        }

        public Purpose purpose() {
            return purpose;
        }
    }

    public boolean isConfirmed() {
        return oldConfirmed && newConfirmed;
    }

    public EmailAddress address() {
        return new EmailAddress(email, emailCanonical);
    }
}
