package ca.releve.client;

import ca.releve.format.EmailAddress;
import ca.releve.shared.RuleViolation;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * The email addresses of all managers, members of the staff and accounts: one address belongs to one person. The module of the
 * accounts implements it, since it knows them all; the database holds the rule ({@code known_address_once}).
 */
public interface KnownAddresses {

    /** Message key of the refusal, which another address mends. */
    String TAKEN = "rule.person.email-taken";

    /**
     * Looks for an address that another person has.
     *
     * @return the address as it is written there
     */
    Optional<String> ofAnother(EmailAddress address, UUID personId);

    /** @throws RuleViolation with {@link #TAKEN} if the address is another person's */
    default void requireFree(EmailAddress address, UUID personId) {
        if (ofAnother(address, personId).isPresent()) {
            throw new RuleViolation(TAKEN);
        }
    }

    /** Adds an error to the field {@code email} if the refusal is {@link #TAKEN}; throws any other one again. */
    static void rejectTaken(RuleViolation refusal, Errors form) {
        if (!refusal.key().equals(TAKEN)) {
            throw refusal;
        }
        form.rejectValue("email", TAKEN);
    }
}
