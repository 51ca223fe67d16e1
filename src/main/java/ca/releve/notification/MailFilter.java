package ca.releve.notification;

import ca.releve.web.form.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The filter of the list of mails; its components are the parameters of the address.
 *
 * @param texte part of the recipient's address or name, or of the subject
 * @param statut name of a status; null for all
 */
public record MailFilter(String texte, String statut) {

    public MailFilter {
        String status = statut;
        statut = statuses().anyMatch(it -> it.equals(status)) ? statut : null;
    }

    static List<Choice> states(MessageSource messages, Locale locale) {
        return Choice.of(statuses(), "status.mail.", messages, locale);
    }

    private static Stream<String> statuses() {
        return Arrays.stream(OutgoingMail.Status.values()).map(Enum::name);
    }
}
