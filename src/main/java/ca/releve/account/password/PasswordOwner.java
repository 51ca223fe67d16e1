package ca.releve.account.password;

import ca.releve.account.CurrentAccount;

/**
 * What is known of the person who chooses a password, and what her password therefore must not hold.
 *
 * @param clientName empty where there is none, or where saying so would tell a stranger whose address is whose (AUTH-01)
 */
public record PasswordOwner(String email, String firstName, String lastName, String clientName) {

    /** Of whom nothing is known. */
    public static final PasswordOwner NOBODY = new PasswordOwner("", "", "", "");

    public static PasswordOwner of(CurrentAccount person) {
        return new PasswordOwner(
                person.email(),
                person.firstName(),
                person.lastName(),
                person.clientName() == null ? "" : person.clientName());
    }
}
