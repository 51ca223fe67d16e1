package ca.releve.notification;

import ca.releve.account.Addressee;
import ca.releve.history.Actor;
import ca.releve.notification.HoursOfMail.DeclaredRow;
import ca.releve.notification.MailWords.Argument;
import ca.releve.notification.RequestRecipients.Request;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.RequestManagers;
import ca.releve.timesheet.HoursHandedIn;
import ca.releve.timesheet.TimeEntryEvent;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReopened;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReturned;
import ca.releve.web.settings.ServiceProperties;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Queues mails about declared hours. What the staff do is told to the managers of the request; what a manager returns is told to the
 * service, and to the manager of the request if a colleague did it.
 */
@Component
class HoursMails {

    /** Hours that are declared one line after the other are one mail: it waits for the next line. */
    private static final Duration TIME_TO_DECLARE = Duration.ofMinutes(5);

    private final MailQueue queue;
    private final RequestRecipients requests;
    private final RequestManagers managers;
    private final HoursOfMail hours;
    private final ServiceProperties service;

    HoursMails(
            MailQueue queue,
            RequestRecipients requests,
            RequestManagers managers,
            HoursOfMail hours,
            ServiceProperties service) {
        this.queue = queue;
        this.requests = requests;
        this.managers = managers;
        this.hours = hours;
        this.service = service;
    }

    /** The mail names all hours of the request that wait for approval, those of an earlier mail that has not left included. */
    @EventListener
    void on(HoursHandedIn event) {
        UUID id = event.requestId();
        List<DeclaredRow> waiting = hours.waiting(id);
        Request request = requests.of(id);
        queue.dropHeld(List.of(id));
        for (Addressee manager : managers.of(id, null)) {
            queue.add(MailDraft.of("hours-to-approve", manager)
                    .withLink("/approbation")
                    .withArguments(request.arguments(planned(waiting), lines(waiting)))
                    .heldFor(TIME_TO_DECLARE, id));
        }
    }

    @EventListener
    void on(TimeEntryReturned event) {
        List<DeclaredRow> line = hours.of(event.line().entryId());
        Request request = requests.of(requestId(event));
        String by = event.by().name();
        if (!service.email().isBlank()) {
            queue.add(MailDraft.of("hours-returned", new Addressee(service.email(), service.name(), "fr"))
                    .withLink("/admin/heures/" + event.line().entryId() + "/saisie")
                    .withArguments(request.arguments(planned(line), by, lines(line), event.reason())));
        }
        toManagers("hours-returned-by-colleague", event, request, line, by, lines(line), event.reason());
    }

    @EventListener
    void on(TimeEntryReopened event) {
        List<DeclaredRow> line = hours.of(event.line().entryId());
        toManagers("hours-reopened", event, requests.of(requestId(event)), line, lines(line), event.reason());
    }

    private void toManagers(
            String kind, TimeEntryEvent event, Request request, List<DeclaredRow> line, Object... more) {
        Actor by = event.by();
        for (Addressee manager : managers.of(requestId(event), by.id())) {
            queue.add(MailDraft.of(kind, manager)
                    .withLink("/approbation/" + event.line().entryId())
                    .withArguments(request.arguments(planned(line), more)));
        }
    }

    private static UUID requestId(TimeEntryEvent event) {
        return event.line().shift().requestId();
    }

    private static List<PlannedShift> planned(List<DeclaredRow> lines) {
        return lines.stream().map(DeclaredRow::planned).toList();
    }

    private static Argument lines(List<DeclaredRow> lines) {
        return words -> words.hours(lines);
    }
}
