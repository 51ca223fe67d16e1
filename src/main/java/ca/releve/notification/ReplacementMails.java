package ca.releve.notification;

import ca.releve.notification.MailWords.Argument;
import ca.releve.notification.RequestRecipients.Need;
import ca.releve.notification.RequestRecipients.Request;
import ca.releve.replacement.RequestEvent.InfoAsked;
import ca.releve.replacement.RequestEvent.InfoGiven;
import ca.releve.replacement.RequestEvent.RequestCancelled;
import ca.releve.replacement.RequestEvent.RequestDeclined;
import ca.releve.replacement.RequestEvent.RequestEdited;
import ca.releve.replacement.RequestEvent.ScheduleDefined;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Queues mails about requests: actions of the staff are reported to the managers, actions of managers to the service. A mail
 * contains only what its recipient may see in the portal.
 */
@Component
class ReplacementMails {

    private final RequestMailer mailer;
    private final RequestRecipients recipients;
    private final ChangedFields fields;

    ReplacementMails(RequestMailer mailer, RequestRecipients recipients, ChangedFields fields) {
        this.mailer = mailer;
        this.recipients = recipients;
        this.fields = fields;
    }

    /** A request that was sent is new to the service, and its manager has it in writing that it was received. */
    @EventListener
    void on(ScheduleDefined event) {
        Request request = mailer.of(event);
        Argument shifts = words -> words.shifts(event.planned());
        if (event.sent()) {
            Argument need = words -> need(request.need(), words);
            mailer.toService("request-submitted", request, event.planned(), shifts, need);
            mailer.toManagers("request-received", request, event.planned(), shifts, need);
        } else if (event.by().isStaff()) {
            mailer.toManagers("request-extended-by-service", request, event.planned(), shifts);
        } else {
            mailer.toService(
                    "request-extended", request, event.planned(), event.by().name(), shifts);
        }
    }

    @EventListener
    void on(RequestCancelled event) {
        Request request = mailer.of(event);
        Argument shifts = words -> words.shifts(event.planned());
        if (event.by().isStaff()) {
            mailer.toManagers("request-cancelled", request, event.planned(), event.reason(), shifts);
        } else {
            mailer.toService(
                    "request-cancelled-by-client",
                    request,
                    event.planned(),
                    event.by().name(),
                    event.reason(),
                    shifts,
                    recipients.expected(event));
        }
    }

    @EventListener
    void on(RequestEdited event) {
        Request request = mailer.of(event);
        if (event.by().isStaff()) {
            Argument changes = words -> fields.of(event, words);
            mailer.toManagers("request-changed-by-service", request, List.of(), changes);
        } else {
            mailer.toService("request-changed", request, List.of(), event.by().name());
        }
    }

    @EventListener
    void on(InfoAsked event) {
        mailer.toManagers("request-info-asked", mailer.of(event), List.of(), event.reason());
    }

    @EventListener
    void on(InfoGiven event) {
        mailer.toService(
                "request-answered", mailer.of(event), List.of(), event.by().name(), event.reason());
    }

    @EventListener
    void on(RequestDeclined event) {
        mailer.toManagers("request-declined", mailer.of(event), List.of(), event.reason());
    }

    /** The function, the age group and the qualification that a request asks for, and who would be welcome. */
    private static String need(Need need, MailWords words) {
        return words.need(need)
                + "\n"
                + words.message(need.qualified() ? "mail.wants-qualified" : "mail.wants-any")
                + (need.samePerson() ? "\n" + words.message("mail.wants-same-person") : "")
                + (need.preferredName().isEmpty() ? "" : "\n" + words.message("wish.preferred", need.preferredName()));
    }
}
