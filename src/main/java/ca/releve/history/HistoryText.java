package ca.releve.history;

import ca.releve.format.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Formats an entry as a sentence in the reader's language: the message {@code history.<event>} with its facts. Templates refer
 * to it as {@code @historyText}.
 */
@Component
public class HistoryText {

    private final MessageSource messages;
    private final ZoneId zone;

    HistoryText(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** The sentence of an entry, or its event code if there is no such message. */
    public String of(HistoryEntry entry) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] facts = entry.facts().stream().map(fact -> fact(fact, locale)).toArray();
        return messages.getMessage("history." + entry.event(), facts, entry.event(), locale);
    }

    /** A value made by {@link Fact}, in the reader's language; an empty text is shown as {@code history.empty}. */
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

    /** The same in another language than the reader's, for a mail. */
    public String fact(String fact, Locale locale) {
        Formats formats = new Formats(locale, zone);
        String value = fact.substring(2);
        return switch (fact.charAt(0)) {
            case 't' -> orEmpty(value, locale);
            case 'f' -> orEmpty(Fact.facilityName(fact), locale);
            case 'b' -> orEmpty(name(value, locale), locale);
            case 'i' -> formats.sentence(Instant.parse(value));
            case 'd' -> formats.sentence(LocalDate.parse(value));
            case 'h' -> formats.hours(Integer.parseInt(value));
            case 'm' -> messages.getMessage(value, null, value, locale);
            default -> throw new IllegalArgumentException("Not a fact: " + fact);
        };
    }
}
