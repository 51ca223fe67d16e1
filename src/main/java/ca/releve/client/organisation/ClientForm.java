package ca.releve.client.organisation;

import ca.releve.client.Client;
import ca.releve.format.OneLine;
import ca.releve.history.Changes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The fields of a client. */
class ClientForm {

    @NotBlank(message = "{client.name.required}")
    @Size(max = 160, message = "{name.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
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
