package ca.releve.timesheet;

import ca.releve.format.WallClock.Occurrence;
import ca.releve.web.form.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answers that the forms about hours offer. */
@Component
public class HoursChoices {

    private final MessageSource messages;

    HoursChoices(MessageSource messages) {
        this.messages = messages;
    }

    public List<Choice> meals(Locale locale) {
        return List.of(choice(true, "common.yes", locale), choice(false, "common.no", locale));
    }

    public List<Choice> occurrences(Locale locale) {
        return of(Occurrence.values(), "entry.occurrence.", locale);
    }

    /** The statuses that an entry can have; nothing locks one yet. */
    public List<Choice> statuses(Locale locale) {
        return Stream.of(TimeEntryStatus.values())
                .filter(it -> it != TimeEntryStatus.LOCKED)
                .map(it -> choice(it, "status.entry." + it, locale))
                .toList();
    }

    /** @param prefix what the message keys have before the names of the constants */
    public List<Choice> of(Enum<?>[] values, String prefix, Locale locale) {
        return Arrays.stream(values)
                .map(it -> choice(it, prefix + it.name(), locale))
                .toList();
    }

    private Choice choice(Object value, String key, Locale locale) {
        return Choice.of(value, messages.getMessage(key, null, locale));
    }
}
