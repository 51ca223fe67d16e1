package ca.releve.signup;

import ca.releve.format.NameOfPerson;
import ca.releve.signin.password.PasswordOwner;
import jakarta.validation.constraints.NotBlank;

/** « Créer un compte »; client and role are not asked for, since the service has recorded them. */
class SignUpForm {

    @NotBlank(message = "{account.first-name.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{account.last-name.required}")
    @NameOfPerson
    private String lastName = "";

    private String email = "";
    private String password = "";

    /** The owner of the password, without the client: whether the service knows the user is not looked up (AUTH-01). */
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
