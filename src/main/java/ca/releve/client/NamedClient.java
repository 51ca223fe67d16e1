package ca.releve.client;

import ca.releve.web.form.Choice;
import java.util.List;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * The client that a list is filtered by, as the staff named it.
 *
 * @param text the client's name, or what was typed if it does not name one client; empty for no client
 * @param id null if the text does not name one client
 * @param several the clients that the text may mean, if there are a few
 * @param many whether there are more than a few
 */
public record NamedClient(String text, UUID id, List<Choice> several, boolean many) {

    static final NamedClient NONE = new NamedClient("", null, List.of(), false);

    static NamedClient of(Clients.Name client) {
        return new NamedClient(client.name(), client.id(), List.of(), false);
    }

    /** Adds an error to the field {@code client} unless the text is empty or names one client. */
    public void check(Errors errors) {
        if (id == null && !text.isEmpty()) {
            errors.rejectValue(
                    "client",
                    many ? "client.named.many" : several.isEmpty() ? "client.named.none" : "client.named.several");
        }
    }
}
