package ca.releve.account.events;

import java.util.List;
import java.util.Locale;
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

    private final MessageSource messages;

    SecurityEventText(MessageSource messages) {
        this.messages = messages;
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
        String said = messages.getMessage("security.fact." + name + "." + value, null, value, locale);
        return messages.getMessage("security.fact", new Object[] {label, said}, locale);
    }
}
