package ca.releve.timesheet;

import ca.releve.history.History;
import ca.releve.history.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes every event of a line into the history of its request, in the transaction of the change. */
@Component
class TimeEntryHistory {

    private final History history;

    TimeEntryHistory(History history) {
        this.history = history;
    }

    @EventListener
    void write(TimeEntryEvent event) {
        TimeEntryEvent.Line line = event.line();
        history.record(
                event.by(),
                Subject.withinRequest(line.clientId(), line.requestId(), line.entryId()),
                event.code(),
                event.reason(),
                event.facts().toArray(String[]::new));
    }
}
