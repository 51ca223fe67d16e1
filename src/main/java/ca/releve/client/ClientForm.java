package ca.releve.client;

import ca.releve.history.Changes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A client as it is typed. */
class ClientForm {

    @NotBlank(message = "{client.name.required}")
    @Size(max = 160, message = "{client.name.long}")
    private String name = "";

    static ClientForm of(Client client) {
        ClientForm form = new ClientForm();
        form.name = client.name();
        return form;
    }

    Changes changes(Client client) {
        return new Changes().text("field.name", client.name(), name);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
