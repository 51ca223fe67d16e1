package ca.releve.staff;

import ca.releve.web.form.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The filter of the list of accounts; its components are the parameters of the address.
 *
 * @param texte part of a name, an email address or a client's name
 * @param genre {@code clients} or {@code personnel}; null for both
 * @param etat name of an {@link AccountStanding}; null for all
 */
public record AccountFilter(String texte, String genre, String etat) {

    private static final String CLIENTS = "clients";
    private static final String STAFF = "personnel";

    public AccountFilter {
        genre = CLIENTS.equals(genre) || STAFF.equals(genre) ? genre : null;
        String asked = etat;
        etat = standings().anyMatch(it -> it.name().equals(asked)) ? etat : null;
    }

    /** Whether only accounts of the staff or only those of managers are listed; null for both. */
    Boolean ofStaff() {
        return genre == null ? null : genre.equals(STAFF);
    }

    static List<Choice> kinds(MessageSource messages, Locale locale) {
        return Choice.of(Stream.of(CLIENTS, STAFF), "accounts.kind.", messages, locale);
    }

    static List<Choice> states(MessageSource messages, Locale locale) {
        return Choice.of(standings(), "status.account.", messages, locale);
    }

    private static Stream<AccountStanding> standings() {
        return Stream.of(AccountStanding.values()).filter(it -> it != AccountStanding.NONE);
    }
}
