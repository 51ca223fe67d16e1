package ca.releve.notification;

import ca.releve.history.HistoryText;
import ca.releve.replacement.RequestEvent.RequestEdited;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Says what was changed of a request, each field on a line of its own. */
@Component
class ChangedFields {

    /** An edited field is three facts: its name, before, after. */
    private static final int FACTS_OF_A_CHANGE = 3;

    private final HistoryText facts;

    ChangedFields(HistoryText facts) {
        this.facts = facts;
    }

    String of(RequestEdited edited, MailWords words) {
        List<String> changed = edited.changes();
        return IntStream.range(0, changed.size() / FACTS_OF_A_CHANGE)
                .map(it -> it * FACTS_OF_A_CHANGE)
                .mapToObj(it -> words.message(
                        "mail.change",
                        facts.fact(changed.get(it), words.locale()),
                        facts.fact(changed.get(it + 1), words.locale()),
                        facts.fact(changed.get(it + 2), words.locale())))
                .collect(Collectors.joining("\n"));
    }
}
