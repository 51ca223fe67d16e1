package ca.releve.client.organisation;

import ca.releve.web.form.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The filter of the list of clients; its components are the parameters of the address.
 *
 * @param texte part of the name of a client, facility or manager, or of a manager's email address
 * @param etat {@code inactifs} or {@code tous}; null for the active ones
 */
public record ClientFilter(String texte, String etat) {

    private static final String INACTIVE = "inactifs";
    private static final String ALL = "tous";

    public ClientFilter {
        etat = INACTIVE.equals(etat) || ALL.equals(etat) ? etat : null;
    }

    /** Whether only active or only inactive clients are listed; null for both. */
    Boolean active() {
        return ALL.equals(etat) ? null : !INACTIVE.equals(etat);
    }

    static List<Choice> states(MessageSource messages, Locale locale) {
        return Choice.of(Stream.of("actifs", INACTIVE, ALL), "client.filter.", messages, locale);
    }
}
