package ca.releve.client.access;

import ca.releve.client.AccessRequest;
import ca.releve.web.form.Choice;
import ca.releve.web.form.PersonForm;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.validation.Errors;

/** The fields of a manager who is made from an access request, whose address is the one of the request. */
class AcceptanceForm extends PersonForm {

    @NotNull(message = "{access.clientId.required}")
    private UUID clientId;

    static AcceptanceForm of(AccessRequest request) {
        AcceptanceForm form = new AcceptanceForm();
        form.setFirstName(request.firstName());
        form.setLastName(request.lastName());
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
}
