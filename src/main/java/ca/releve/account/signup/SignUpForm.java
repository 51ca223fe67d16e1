package ca.releve.account.signup;

import ca.releve.account.password.PasswordOwner;
import ca.releve.client.EmailAddress;
import ca.releve.web.NameOfPerson;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** « Créer un compte »: there is nothing in it that says whose client or what role, since the service knows that. */
class SignUpForm {

    @NotBlank(message = "{account.first-name.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{account.last-name.required}")
    @NameOfPerson
    private String lastName = "";

    private String email = "";
    private String password = "";

    /** @return empty if what was typed is no address */
    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /** Whose password it is to be, as she says; whether the service knows her, and of which client, is not looked at. */
    PasswordOwner owner() {
        return new PasswordOwner(email, firstName, lastName, "");
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
