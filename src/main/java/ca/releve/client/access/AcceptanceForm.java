package ca.releve.client.access;

import ca.releve.client.AccessRequest;
import ca.releve.format.NameOfPerson;
import ca.releve.web.form.Choice;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.validation.Errors;

/** The fields of a manager who is made from an access request. */
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

    /**
     * Adds an error if a client is chosen that is not offered.
     *
     * @param offered the active clients
     */
    void check(List<Choice> offered, Errors errors) {
        if (clientId != null && offered.stream().noneMatch(it -> it.value().equals(clientId.toString()))) {
            errors.rejectValue("clientId", "access.clientId.required");
        }
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
