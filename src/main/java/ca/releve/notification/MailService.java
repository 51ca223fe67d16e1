package ca.releve.notification;

import ca.releve.account.AccountTokens;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administratrice does with mails that were written: she has one leave again, or puts it away. */
@Service
@Transactional
class MailService {

    private final OutgoingMails mails;
    private final AccountTokens tokens;
    private final SchedulerClient scheduler;
    private final History history;
    private final Clock clock;

    MailService(OutgoingMails mails, AccountTokens tokens, SchedulerClient scheduler, History history, Clock clock) {
        this.mails = mails;
        this.tokens = tokens;
        this.scheduler = scheduler;
        this.history = history;
        this.clock = clock;
    }

    /** Has the mail leave once more, with a new token if it has a link that needs one. */
    void resend(UUID id, Actor actor) {
        OutgoingMail mail = mails.findForChange(id).orElseThrow(NotFound::new);
        mail.resend(linkIsOpen(mail), clock.instant());
        TaskInstance<Void> delivery = MailTasks.DELIVERY.instance(id.toString()).build();
        if (!scheduler.scheduleIfNotExists(delivery, clock.instant())) {
            // Its last delivery is just being put away, and would take this one along.
            throw new RuleViolation("rule.mail.leaving");
        }
        tell(actor, mail, "mail.resent");
    }

    /** The mail is one of those that could not be delivered no longer. */
    void putAway(UUID id, Actor actor) {
        OutgoingMail mail = mails.findForChange(id).orElseThrow(NotFound::new);
        mail.putAway();
        tell(actor, mail, "mail.put-away");
    }

    /** @return key of the sentence that says why the mail cannot be sent again; empty if it can */
    @Transactional(readOnly = true)
    Optional<String> refusalToResend(OutgoingMail mail) {
        return mail.refusalToResend(linkIsOpen(mail), clock.instant());
    }

    private void tell(Actor actor, OutgoingMail mail, String event) {
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
