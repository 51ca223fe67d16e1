package ca.releve.web.form;

import ca.releve.format.NameOfPerson;
import jakarta.validation.constraints.NotBlank;

/** The fields that begin each form of the staff about a person: the names and the email address. */
public abstract class PersonForm {

    @NotBlank(message = "{person.firstName.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{person.lastName.required}")
    @NameOfPerson
    private String lastName = "";

    private String email = "";

    /** Whether the user has looked at the people who may be the same one, and it is somebody else. */
    private boolean saveAnyway;

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

    public boolean isSaveAnyway() {
        return saveAnyway;
    }

    public void setSaveAnyway(boolean saveAnyway) {
        this.saveAnyway = saveAnyway;
    }
}
