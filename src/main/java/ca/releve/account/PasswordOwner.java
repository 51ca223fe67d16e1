package ca.releve.account;

/**
 * What is known of the person who chooses a password, and what her password therefore must not hold.
 *
 * @param clientName empty where there is none, or where saying so would tell a stranger whose address is whose (AUTH-01)
 */
public record PasswordOwner(String email, String firstName, String lastName, String clientName) {

    /** Of whom nothing is known. */
    static final PasswordOwner NOBODY = new PasswordOwner("", "", "", "");

    public static PasswordOwner of(CurrentAccount person) {
        return new PasswordOwner(
                person.email(),
                person.firstName(),
                person.lastName(),
                person.clientName() == null ? "" : person.clientName());
    }

    /** Whoever signs up, as she says; whether the service knows her, and of which client, is not looked at. */
    static PasswordOwner of(SignUpForm form) {
        return new PasswordOwner(form.getEmail(), form.getFirstName(), form.getLastName(), "");
    }
}
