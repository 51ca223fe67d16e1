package ca.releve.history;

import ca.releve.web.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells an entry as a sentence in the reader's language: the message {@code history.<event>} with its facts. Templates call
 * it {@code @historyText}.
 */
@Component
public class HistoryText {

    private final MessageSource messages;
    private final ZoneId zone;

    HistoryText(MessageSource messages, @Value("${releve.zone}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** The sentence of an entry; its code where the bundles have no sentence for it, so that a history always shows. */
    public String of(HistoryEntry entry) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] facts = entry.facts().stream().map(fact -> fact(fact, locale)).toArray();
        return messages.getMessage("history." + entry.event(), facts, entry.event(), locale);
    }

    /** A fact made by {@link Fact}, in the reader's language; what is empty is said to be so. */
    public String fact(String fact) {
        return fact(fact, LocaleContextHolder.getLocale());
    }

    private String orEmpty(String value, Locale locale) {
        return value.isBlank() ? messages.getMessage("history.empty", null, locale) : value;
    }

    private static String name(String names, Locale locale) {
        int between = names.indexOf(Fact.BETWEEN_NAMES);
        return "en".equals(locale.getLanguage()) ? names.substring(between + 1) : names.substring(0, between);
    }

    private String fact(String fact, Locale locale) {
        Formats formats = new Formats(locale, zone);
        String value = fact.substring(2);
        return switch (fact.charAt(0)) {
            case 't' -> orEmpty(value, locale);
            case 'b' -> orEmpty(name(value, locale), locale);
            case 'i' -> formats.sentence(Instant.parse(value));
            case 'd' -> formats.sentence(LocalDate.parse(value));
            case 'h' -> formats.hours(Integer.parseInt(value));
            case 'm' -> messages.getMessage(value, null, value, locale);
            default -> throw new IllegalArgumentException("Not a fact: " + fact);
        };
    }
}
