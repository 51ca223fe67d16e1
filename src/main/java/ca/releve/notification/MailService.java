package ca.releve.notification;

import ca.releve.account.AccountTokens;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mails again, and dismisses those that failed or are held. */
@Service
@Transactional
class MailService {

    private final OutgoingMails mails;
    private final AccountTokens tokens;
    private final SchedulerClient scheduler;
    private final History history;
    private final Clock clock;

    MailService(
            OutgoingMails mails,
            AccountTokens tokens,
            @Qualifier(MailScheduler.MAILS) SchedulerClient scheduler,
            History history,
            Clock clock) {
        this.mails = mails;
        this.tokens = tokens;
        this.scheduler = scheduler;
        this.history = history;
        this.clock = clock;
    }

    /** Queues a mail again; a link with a token gets a new token. */
    void resend(UUID id, Actor actor) {
        OutgoingMail mail = mails.findForChange(id).orElseThrow(NotFound::new);
        mail.resend(linkIsOpen(mail), clock.instant());
        TaskInstance<Void> delivery = MailTasks.DELIVERY.instance(id.toString()).build();
        if (!scheduler.scheduleIfNotExists(delivery, clock.instant())) {
            // The task of the last delivery still exists; its removal would remove the new task too.
            throw new RuleViolation("rule.mail.leaving");
        }
        record(actor, mail, "mail.resent");
    }

    /** Sends a queued mail without waiting for its next attempt. */
    void sendNow(UUID id, Actor actor) {
        OutgoingMail mail = mails.findForChange(id).orElseThrow(NotFound::new);
        mail.checkQueued();
        TaskInstance<Void> delivery = MailTasks.DELIVERY.instance(id.toString()).build();
        if (scheduler
                .getScheduledExecution(delivery)
                .filter(it -> !it.isPicked())
                .isEmpty()) {
            throw new RuleViolation("rule.mail.leaving");
        }
        try {
            scheduler.reschedule(delivery, clock.instant());
        } catch (TaskInstanceException begun) {
            throw new RuleViolation("rule.mail.leaving");
        }
        record(actor, mail, "mail.sent-now");
    }

    /** Dismisses a mail that failed or is held. */
    void putAway(UUID id, Actor actor) {
        OutgoingMail mail = mails.findForChange(id).orElseThrow(NotFound::new);
        String event = mail.isHeld() ? "mail.held-put-away" : "mail.put-away";
        mail.putAway();
        record(actor, mail, event);
    }

    /** @return message key of the reason why the mail cannot be sent again; empty if it can */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<String> refusalToResend(OutgoingMail mail) {
        return mail.refusalToResend(linkIsOpen(mail), clock.instant());
    }

    private void record(Actor actor, OutgoingMail mail, String event) {
        history.record(
                actor,
                Subject.ofService(mail.id()),
                event,
                null,
                Fact.text(mail.subject()),
                Fact.text(mail.recipient()));
    }

    private boolean linkIsOpen(OutgoingMail mail) {
        return mail.accountTokenId() == null || tokens.isOpen(mail.accountTokenId());
    }
}
