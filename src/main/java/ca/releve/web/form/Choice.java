package ca.releve.web.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * One of the answers that a form offers.
 *
 * @param value what is sent
 * @param text what is read
 * @param hint a second line under it; null for none
 */
public record Choice(String value, String text, String hint) {

    public static Choice of(Object value, String text) {
        return new Choice(String.valueOf(value), text, null);
    }

    /**
     * A choice of each value.
     *
     * @param key beginning of the message keys; the value follows
     */
    public static List<Choice> of(Stream<?> values, String key, MessageSource messages, Locale locale) {
        return values.map(it -> of(it, messages.getMessage(key + it, null, locale)))
                .toList();
    }
}
