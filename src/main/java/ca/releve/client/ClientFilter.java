package ca.releve.client;

import ca.releve.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What staff look for in the list of clients. */
class ClientFilter {

    private String text = "";
    private String state = "active";

    /** @return null for both */
    Boolean active() {
        return switch (state) {
            case "all" -> null;
            case "inactive" -> false;
            default -> true;
        };
    }

    public boolean isSet() {
        return !text.isBlank() || !state.equals("active");
    }

    List<Choice> states(MessageSource messages, Locale locale) {
        return Stream.of("active", "inactive", "all")
                .map(it -> Choice.of(it, messages.getMessage("client.filter." + it, null, locale)))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
