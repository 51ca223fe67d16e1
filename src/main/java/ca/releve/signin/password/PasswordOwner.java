package ca.releve.signin.password;

import ca.releve.account.CurrentAccount;

/**
 * The user who chooses a password, which must not contain any of this.
 *
 * @param clientName empty without a client, or where a refusal would tell whose client an email address is (AUTH-01)
 */
public record PasswordOwner(String email, String firstName, String lastName, String clientName) {

    /** A user of whom nothing is known. */
    public static final PasswordOwner NOBODY = new PasswordOwner("", "", "", "");

    public static PasswordOwner of(CurrentAccount person) {
        return new PasswordOwner(
                person.email(),
                person.firstName(),
                person.lastName(),
                person.clientName() == null ? "" : person.clientName());
    }
}
