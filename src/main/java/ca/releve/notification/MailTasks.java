package ca.releve.notification;

import ca.releve.account.AccountTokens;
import ca.releve.web.form.Submissions;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The background tasks; each runs on one instance of the portal at a time. */
@Configuration(proxyBeanMethods = false)
class MailTasks {

    /** Delivers one mail; the name of the instance is the id of the mail. */
    static final TaskDescriptor<Void> DELIVERY = TaskDescriptor.of("mail-delivery");

    private static final LocalTime CLEANUP_TIME = LocalTime.of(3, 30);
    private static final Duration RETRY_DELAY = Duration.ofMinutes(1);
    private static final Duration MAIL_RETENTION = Duration.ofDays(90);

    /** The scheduler uses the clock of the application. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** A task of {@link MailScheduler} only. */
    @Bean(defaultCandidate = false)
    @Qualifier(MailScheduler.MAILS)
    Task<Void> deliverMails(MailDelivery delivery) {
        return Tasks.custom(DELIVERY)
                .onFailure(new OnFailureRetryLater<>(RETRY_DELAY))
                .execute((mail, context) -> {
                    Optional<Instant> next = delivery.deliver(UUID.fromString(mail.getId()));
                    return (done, task) -> next.ifPresentOrElse(at -> task.reschedule(done, at), task::remove);
                });
    }

    /** Deletes old submissions, expired tokens, and mails that were sent or dropped {@link #MAIL_RETENTION} ago. */
    @Bean
    Task<Void> cleanUpDaily(
            Submissions submissions,
            AccountTokens tokens,
            OutgoingMails mails,
            TransactionTemplate transaction,
            Clock clock,
            ZoneId zone) {
        return Tasks.recurring("daily-cleanup", Schedules.daily(zone, CLEANUP_TIME))
                .execute((instance, context) -> {
                    submissions.forgetOld();
                    tokens.forgetExpired();
                    transaction.executeWithoutResult(
                            status -> mails.deleteFinished(clock.instant().minus(MAIL_RETENTION)));
                });
    }
}
