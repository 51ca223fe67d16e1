package ca.releve.notification;

import ca.releve.account.Addressee;
import ca.releve.replacement.ReplacementEvent;
import ca.releve.replacement.ReplacementEvent.InfoAsked;
import ca.releve.replacement.ReplacementEvent.InfoGiven;
import ca.releve.replacement.ReplacementEvent.RequestCancelled;
import ca.releve.replacement.ReplacementEvent.RequestDeclined;
import ca.releve.replacement.ReplacementEvent.ScheduleDefined;
import ca.releve.replacement.ReplacementEvent.ShiftCancelled;
import ca.releve.replacement.ReplacementEvent.ShiftChanged;
import ca.releve.replacement.ReplacementEvent.ShiftSettled;
import ca.releve.replacement.ReplacementEvent.SubstituteConfirmed;
import ca.releve.web.ServiceProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a manager is told of her requests, and the service of what managers did. Whoever did something is not told of it.
 * Nothing of a mail says more than its reader may see in the portal.
 */
@Component
class ReplacementMails {

    private final Mails mails;
    private final RequestReaders readers;
    private final ServiceProperties service;

    ReplacementMails(Mails mails, RequestReaders readers, ServiceProperties service) {
        this.mails = mails;
        this.readers = readers;
        this.service = service;
    }

    @EventListener
    void on(ScheduleDefined news) {
        if (news.sent()) {
            tellService("request-submitted", news, news.shifts(), news.first());
        } else {
            tellServiceOfChange(news);
        }
    }

    @EventListener
    void on(ShiftChanged news) {
        tellServiceOfChange(news);
    }

    @EventListener
    void on(ShiftCancelled news) {
        tellServiceOfChange(news);
    }

    @EventListener
    void on(RequestCancelled news) {
        if (news.by().isStaff()) {
            tellManagers("request-cancelled", news, news.reason());
        } else {
            tellServiceOfChange(news);
        }
    }

    @EventListener
    void on(InfoAsked news) {
        tellManagers("request-info-asked", news, news.reason());
    }

    @EventListener
    void on(InfoGiven news) {
        tellServiceOfChange(news);
    }

    @EventListener
    void on(RequestDeclined news) {
        tellManagers("request-declined", news, news.reason());
    }

    @EventListener
    void on(SubstituteConfirmed news) {
        tellManagers("substitute-confirmed", news, news.substituteName(), news.shifts(), news.first(), news.last());
    }

    @EventListener
    void on(ShiftSettled news) {
        if (news.outcome() == ShiftSettled.Outcome.RELEASED) {
            tellManagers(
                    "substitute-released",
                    news,
                    news.substituteName(),
                    news.planned().startsAt());
        }
    }

    private void tellServiceOfChange(ReplacementEvent news) {
        if (!news.by().isStaff()) {
            tellService("request-changed", news, news.by().name());
        }
    }

    private void tellService(String kind, ReplacementEvent news, Object... more) {
        if (!service.email().isBlank()) {
            mails.queue(MailDraft.of(kind, new Addressee(service.email(), service.name(), "fr"))
                    .leadingTo("/admin/demandes/" + news.requestId())
                    .saying(facts(readers.of(news.requestId()), more)));
        }
    }

    private void tellManagers(String kind, ReplacementEvent news, Object... more) {
        RequestReaders.Request request = readers.of(news.requestId());
        for (Addressee manager : request.managers()) {
            mails.queue(MailDraft.of(kind, manager)
                    .leadingTo("/remplacements/" + news.requestId())
                    .saying(facts(request, more)));
        }
    }

    private static Object[] facts(RequestReaders.Request request, Object... more) {
        Object[] facts = new Object[more.length + 2];
        facts[0] = request.code();
        facts[1] = request.facility();
        System.arraycopy(more, 0, facts, 2, more.length);
        return facts;
    }
}
