package ca.releve.client;

import ca.releve.web.NameOfPerson;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What makes a manager out of somebody who asked for access. */
class AcceptanceForm {

    @NotNull(message = "{access.clientId.required}")
    private UUID clientId;

    @NotBlank(message = "{person.firstName.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{person.lastName.required}")
    @NameOfPerson
    private String lastName = "";

    static AcceptanceForm of(AccessRequest request) {
        AcceptanceForm form = new AcceptanceForm();
        form.firstName = request.firstName();
        form.lastName = request.lastName();
        return form;
    }

    public UUID getClientId() {
        return clientId;
    }

    public void setClientId(UUID clientId) {
        this.clientId = clientId;
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
}
