package ca.releve.notification;

import ca.releve.web.Formats;
import ca.releve.web.OneLine;
import ca.releve.web.ServiceProperties;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails in, within the transaction of the change that they tell of; {@link MailDelivery} takes them from there. */
@Component
class Mails {

    private final OutgoingMails mails;
    private final SchedulerClient scheduler;
    private final MessageSource messages;
    private final MailIdentity identity;
    private final ServiceProperties service;
    private final ZoneId zone;
    private final Clock clock;

    Mails(
            OutgoingMails mails,
            SchedulerClient scheduler,
            MessageSource messages,
            MailIdentity identity,
            ServiceProperties service,
            @Value("${releve.zone}") ZoneId zone,
            Clock clock) {
        this.mails = mails;
        this.scheduler = scheduler;
        this.messages = messages;
        this.identity = identity;
        this.service = service;
        this.zone = zone;
        this.clock = clock;
    }

    /** Writes the mail and leaves it to be delivered, if and when the present transaction is committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(MailDraft draft) {
        Locale locale = draft.language().equals("en") ? Locale.CANADA : Locale.CANADA_FRENCH;
        Object[] facts = Stream.concat(
                        Stream.of(service.name(), identity.link(draft.path())),
                        draft.facts().stream().map(fact -> written(fact, locale)))
                .toArray();
        String subject = messages.getMessage("mail." + draft.kind() + ".subject", facts, locale);
        String body = messages.getMessage("mail." + draft.kind() + ".body", facts, locale)
                + "\n\n-- \n"
                + signature(locale)
                + "\n";
        Instant now = clock.instant();
        OutgoingMail mail = mails.save(new OutgoingMail(draft, OneLine.of(subject), body, now));
        scheduler.scheduleIfNotExists(
                MailTasks.DELIVERY.instance(mail.id().toString()).build(), now);
    }

    private Object written(Object fact, Locale locale) {
        Formats formats = new Formats(locale, zone);
        if (fact instanceof Instant instant) {
            return formats.sentence(instant);
        }
        return fact instanceof LocalDate date ? formats.sentence(date) : fact;
    }

    private String signature(Locale locale) {
        String phone = service.phone().isEmpty() ? "" : "\n" + service.phone();
        return messages.getMessage("mail.signature", new Object[] {service.name()}, locale) + phone;
    }
}
