package ca.releve.notification;

import ca.releve.format.OneLine;
import ca.releve.format.WallClock;
import ca.releve.web.settings.ServiceProperties;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues mails in the transaction of the change that they report; {@link MailDelivery} sends them. */
@Component
class MailQueue {

    private final OutgoingMails mails;
    private final SchedulerClient scheduler;
    private final MessageSource messages;
    private final MailIdentity identity;
    private final ServiceProperties service;
    private final ZoneId zone;
    private final Clock clock;

    MailQueue(
            OutgoingMails mails,
            @Qualifier(MailScheduler.MAILS) SchedulerClient scheduler,
            MessageSource messages,
            MailIdentity identity,
            ServiceProperties service,
            ZoneId zone,
            Clock clock) {
        this.mails = mails;
        this.scheduler = scheduler;
        this.messages = messages;
        this.identity = identity;
        this.service = service;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Stores a mail, which is delivered after the current transaction is committed.
     *
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(MailDraft draft) {
        Locale locale = draft.language().equals("en") ? Locale.CANADA : Locale.CANADA_FRENCH;
        Instant now = clock.instant();
        MailWords words =
                new MailWords(messages, locale, zone, WallClock.shown(now, zone).toLocalDate());
        Object[] arguments = Stream.concat(
                        Stream.of(service.name(), identity.link(draft.path())),
                        draft.arguments().stream().map(it -> formatted(it, words)))
                .toArray();
        String subject = messages.getMessage("mail." + draft.kind() + ".subject", arguments, locale);
        String body = messages.getMessage("mail." + draft.kind() + ".body", arguments, locale)
                + "\n\n-- \n"
                + signature(locale)
                + "\n";
        OutgoingMail mail = mails.save(new OutgoingMail(draft, OneLine.of(subject), body, now));
        // A new mail has no task yet; scheduling a single one would ask for it first.
        scheduler.scheduleBatch(
                List.of(MailTasks.DELIVERY.instance(mail.id().toString()).build()),
                draft.held() == null ? now : now.plus(draft.held().time()));
        return mail.id();
    }

    /**
     * Drops the mails about these shifts or requests that still wait.
     *
     * @return whether there were any
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean dropHeld(Collection<UUID> about) {
        List<OutgoingMail> held = mails.held(about);
        held.forEach(OutgoingMail::drop);
        return !held.isEmpty();
    }

    private static Object formatted(Object argument, MailWords words) {
        if (argument instanceof Instant instant) {
            return words.sentence(instant);
        }
        if (argument instanceof MailWords.Argument inWords) {
            return inWords.apply(words);
        }
        return argument instanceof LocalDate date ? words.sentence(date) : argument;
    }

    private String signature(Locale locale) {
        String phone = service.phone().isEmpty() ? "" : "\n" + service.phone();
        return messages.getMessage("mail.signature", new Object[] {service.name()}, locale) + phone;
    }
}
