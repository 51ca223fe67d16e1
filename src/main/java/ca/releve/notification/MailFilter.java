package ca.releve.notification;

import ca.releve.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** What an administratrice looks for among the outgoing mails. */
class MailFilter {

    private String text = "";
    private String state = "";

    /** Whatever the address says that is no status stands for all of them. */
    Optional<OutgoingMail.Status> status() {
        return Arrays.stream(OutgoingMail.Status.values())
                .filter(it -> it.name().equals(state))
                .findFirst();
    }

    public boolean isSet() {
        return !text.isBlank() || status().isPresent();
    }

    static List<Choice> states(MessageSource messages, Locale locale) {
        return Arrays.stream(OutgoingMail.Status.values())
                .map(it -> Choice.of(it, messages.getMessage("status.mail." + it, null, locale)))
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
