package ca.releve.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails that were refused and wait up to an hour for their next attempt. After an outage of the mail server they leave within
 * two minutes (MAIL-02): one of them is tried each minute, and when it is taken, all others follow.
 */
@Component
class WaitingMails {

    /** A mail that is being sent is left to its instance: its row is picked. */
    private static final String SEND = """
            with waiting as (
                select d.task_instance, m.queued_at
                  from scheduled_mail d
                  join outgoing_mail m on m.id::text = d.task_instance
                 where m.status = 'QUEUED' and m.attempts > 0 and not d.picked and d.execution_time > :now
                   %s
                   for update of d skip locked)
            update scheduled_mail t
               set execution_time = waiting.queued_at, version = t.version + 1
              from waiting
             where t.task_instance = waiting.task_instance
            """;

    /** The one that was tried the longest ago, if the mail server has taken no other since then. */
    private static final String ONE = """
            and not exists (select 1 from outgoing_mail s where s.sent_at > d.last_success)
            order by d.last_success nulls first, m.queued_at
            limit 1
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    WaitingMails(JdbcClient jdbc, @Qualifier(MailScheduler.MAILS) ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Sends one of them, to find out whether the mail server works again. */
    void probe() {
        send(SEND.formatted(ONE));
    }

    /** Sends all of them, the oldest first. */
    void sendAll() {
        send(SEND.formatted(""));
    }

    private void send(String which) {
        int found = jdbc.sql(which)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (found > 0) {
            scheduler.getObject().triggerCheckForDueExecutions();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> probeOfTheMailServer(WaitingMails mails, @Value("${releve.mail.probe}") String schedule) {
            return Tasks.recurring("mail-probe", Schedules.parseSchedule(schedule))
                    .execute((instance, context) -> mails.probe());
        }
    }
}
