package ca.releve.replacement;

import ca.releve.history.History;
import ca.releve.history.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes every event of a request into its history, in the transaction of the change. */
@Component
class ReplacementHistory {

    private final History history;

    ReplacementHistory(History history) {
        this.history = history;
    }

    @EventListener
    void write(ReplacementEvent event) {
        history.record(
                event.by(),
                Subject.ofRequest(event.clientId(), event.requestId()),
                event.code(),
                event.reason(),
                event.facts().toArray(String[]::new));
    }
}
