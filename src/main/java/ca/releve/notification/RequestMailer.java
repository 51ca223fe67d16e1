package ca.releve.notification;

import ca.releve.account.Addressee;
import ca.releve.notification.RequestRecipients.Request;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementEvent;
import ca.releve.web.settings.ServiceProperties;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Queues mails about a request: those to its managers, and those to the service. */
@Component
class RequestMailer {

    private final MailQueue queue;
    private final RequestRecipients recipients;
    private final ServiceProperties service;

    RequestMailer(MailQueue queue, RequestRecipients recipients, ServiceProperties service) {
        this.queue = queue;
        this.recipients = recipients;
        this.service = service;
    }

    /** The request that an event is about. */
    Request of(ReplacementEvent event) {
        return recipients.of(event.requestId());
    }

    /** @param planned the shifts that the mail is about; none for all of the request */
    void toService(String kind, Request request, List<PlannedShift> planned, Object... more) {
        if (!service.email().isBlank()) {
            queue.add(MailDraft.of(kind, new Addressee(service.email(), service.name(), "fr"))
                    .withLink("/admin/demandes/" + request.id())
                    .withArguments(request.arguments(planned, more)));
        }
    }

    /** @param planned the shifts that the mail is about; none for all of the request */
    void toManagers(String kind, Request request, List<PlannedShift> planned, Object... more) {
        for (Addressee manager : request.managers()) {
            queue.add(draft(kind, request, manager, planned, more));
        }
    }

    /** The same after this time, unless what happens next to the shift makes it superfluous. */
    void toManagersAfter(
            Duration time, UUID shiftId, String kind, Request request, List<PlannedShift> planned, Object... more) {
        for (Addressee manager : request.managers()) {
            queue.add(draft(kind, request, manager, planned, more).heldFor(time, shiftId));
        }
    }

    private static MailDraft draft(
            String kind, Request request, Addressee manager, List<PlannedShift> planned, Object... more) {
        return MailDraft.of(kind, manager)
                .withLink("/remplacements/" + request.id())
                .withArguments(request.arguments(planned, more));
    }
}
