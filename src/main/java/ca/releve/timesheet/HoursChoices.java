package ca.releve.timesheet;

import ca.releve.web.Choice;
import ca.releve.web.WallClock.Occurrence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answers that the forms about hours offer. */
@Component
class HoursChoices {

    private final MessageSource messages;

    HoursChoices(MessageSource messages) {
        this.messages = messages;
    }

    List<Choice> meals(Locale locale) {
        return List.of(choice(true, "common.yes", locale), choice(false, "common.no", locale));
    }

    List<Choice> occurrences(Locale locale) {
        return choices(Occurrence.values(), "entry.occurrence.", locale);
    }

    List<Choice> statuses(Locale locale) {
        return choices(TimeEntryStatus.values(), "status.entry.", locale);
    }

    List<Choice> shown(Locale locale) {
        return choices(ApprovalFilter.Shown.values(), "entry.filter.", locale);
    }

    private List<Choice> choices(Enum<?>[] values, String prefix, Locale locale) {
        return Arrays.stream(values)
                .map(it -> choice(it, prefix + it.name(), locale))
                .toList();
    }

    private Choice choice(Object value, String key, Locale locale) {
        return Choice.of(value, messages.getMessage(key, null, locale));
    }
}
