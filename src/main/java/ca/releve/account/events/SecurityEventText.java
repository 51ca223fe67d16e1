package ca.releve.account.events;

import ca.releve.web.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a security event in the reader's language. Templates call it {@code @securityEventText}.
 *
 * <p>A word or a fact that the bundles do not know is shown as it is, so that an event always shows.
 */
@Component
public class SecurityEventText {

    private static final String UNTIL = "until";

    private final MessageSource messages;
    private final ZoneId zone;

    SecurityEventText(MessageSource messages, @Value("${releve.zone}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** What happened, in plain words: « Connexion refusée ». */
    public String of(SecurityEventRow row) {
        return word(row.event(), LocaleContextHolder.getLocale());
    }

    /** The circumstances: « Raison : mauvais mot de passe », « Page : /admin/listes ». */
    public List<String> factsOf(SecurityEventRow row) {
        Locale locale = LocaleContextHolder.getLocale();
        return row.said().entrySet().stream()
                .map(fact -> fact(fact.getKey(), fact.getValue(), locale))
                .toList();
    }

    String word(String event, Locale locale) {
        return messages.getMessage("security.event." + event, null, event, locale);
    }

    private String fact(String name, String value, Locale locale) {
        String label = messages.getMessage("security.fact." + name, null, name, locale);
        String said = name.equals(UNTIL)
                ? moment(value, locale)
                : messages.getMessage("security.fact." + name + "." + value, null, value, locale);
        return messages.getMessage("security.fact", new Object[] {label, said}, locale);
    }

    private String moment(String value, Locale locale) {
        try {
            return new Formats(locale, zone).dateTime(Instant.parse(value));
        } catch (DateTimeParseException noMoment) {
            return value;
        }
    }
}
