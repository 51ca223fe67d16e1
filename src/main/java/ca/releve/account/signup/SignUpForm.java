package ca.releve.account.signup;

import ca.releve.account.password.PasswordOwner;
import ca.releve.client.EmailAddress;
import ca.releve.web.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** « Créer un compte »: there is nothing in it that says whose client or what role, since the service knows that. */
class SignUpForm {

    @NotBlank(message = "{account.first-name.required}")
    @Size(max = 100, message = "{account.name.too-long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{account.name.characters}")
    private String firstName = "";

    @NotBlank(message = "{account.last-name.required}")
    @Size(max = 100, message = "{account.name.too-long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{account.name.characters}")
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
