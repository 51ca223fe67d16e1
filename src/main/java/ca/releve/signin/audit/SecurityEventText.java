package ca.releve.signin.audit;

import ca.releve.format.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Translates security events for templates, which call it {@code @securityEventText}. A word or a fact without a message is shown
 * as it is.
 */
@Component
public class SecurityEventText {

    private static final String UNTIL = "until";

    private final MessageSource messages;
    private final ZoneId zone;

    SecurityEventText(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** The event, for example « Connexion refusée ». */
    public String of(SecurityEventRow row) {
        return word(row.event(), LocaleContextHolder.getLocale());
    }

    /** The facts, for example « Raison : mauvais mot de passe ». */
    public List<String> factsOf(SecurityEventRow row) {
        Locale locale = LocaleContextHolder.getLocale();
        return row.factsByName().entrySet().stream()
                .map(fact -> fact(fact.getKey(), fact.getValue(), locale))
                .toList();
    }

    String word(String event, Locale locale) {
        return messages.getMessage("security.event." + event, null, event, locale);
    }

    private String fact(String name, String value, Locale locale) {
        String label = messages.getMessage("security.fact." + name, null, name, locale);
        String text = name.equals(UNTIL)
                ? moment(value, locale)
                : messages.getMessage("security.fact." + name + "." + value, null, value, locale);
        return messages.getMessage("security.fact", new Object[] {label, text}, locale);
    }

    private String moment(String value, Locale locale) {
        try {
            return new Formats(locale, zone).dateTime(Instant.parse(value));
        } catch (DateTimeParseException noMoment) {
            return value;
        }
    }
}
