package ca.releve.timesheet;

import ca.releve.history.History;
import ca.releve.history.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes each event of a time entry to the history of its request, in the transaction of the change. */
@Component
class TimeEntryHistory {

    private final History history;

    TimeEntryHistory(History history) {
        this.history = history;
    }

    @EventListener
    void write(TimeEntryEvent event) {
        TimeEntryEvent.Subject line = event.line();
        history.record(
                event.by(),
                Subject.withinRequest(line.shift().clientId(), line.shift().requestId(), line.entryId()),
                event.code(),
                event.reason(),
                event.facts().toArray(String[]::new));
    }
}
