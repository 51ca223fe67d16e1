package ca.releve.notification;

import ca.releve.account.AccountTokens;
import ca.releve.web.Submissions;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the portal does in the background, once over all its instances. */
@Configuration(proxyBeanMethods = false)
class MailTasks {

    /** Delivers one mail; the name of the instance is the id of the mail. */
    static final TaskDescriptor<Void> DELIVERY = TaskDescriptor.of("mail-delivery");

    private static final LocalTime QUIET_HOUR = LocalTime.of(3, 30);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
    private static final Duration MAILS_KEPT = Duration.ofDays(90);

    /** Background work follows the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    Task<Void> deliveringMails(MailDelivery delivery) {
        return Tasks.custom(DELIVERY)
                .onFailure(new OnFailureRetryLater<>(AFTER_TROUBLE))
                .execute((mail, context) -> {
                    Optional<Instant> next = delivery.deliver(UUID.fromString(mail.getId()));
                    return (done, task) -> next.ifPresentOrElse(at -> task.reschedule(done, at), task::remove);
                });
    }

    /** Forgets what nobody needs any more: shown forms, links that have expired, mails that left long ago. */
    @Bean
    Task<Void> dailyForgetting(
            Submissions submissions,
            AccountTokens tokens,
            OutgoingMails mails,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${releve.zone}") ZoneId zone) {
        return Tasks.recurring("daily-forgetting", Schedules.daily(zone, QUIET_HOUR))
                .execute((instance, context) -> {
                    submissions.forgetOld();
                    tokens.forgetExpired();
                    transaction.executeWithoutResult(
                            status -> mails.forgetDone(clock.instant().minus(MAILS_KEPT)));
                });
    }
}
