package ca.releve.notification;

import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.RuleViolation;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that {@code after-restore.sql} holds, since they were queued in a backup and may have been sent after it was made
 * (OPS-13).
 */
@Component
class HeldMails {

    /** Like mails that are sent again: they are new to the mail server, and have a day from now. */
    private static final String RELEASE = """
            update outgoing_mail
               set status = 'QUEUED', attempts = 0, queued_at = :now, last_error = null, last_problem = null, version = version + 1
             where status = 'HELD'
            returning id
            """;

    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final History history;
    private final Clock clock;

    HeldMails(
            JdbcClient jdbc, @Qualifier(MailScheduler.MAILS) SchedulerClient scheduler, History history, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.history = history;
        this.clock = clock;
    }

    int count() {
        return jdbc.sql("select count(*) from outgoing_mail where status = 'HELD'")
                .query(Integer.class)
                .single();
    }

    /**
     * Queues all of them.
     *
     * @throws RuleViolation if there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Actor actor) {
        List<UUID> released = jdbc.sql(RELEASE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
        if (released.isEmpty()) {
            throw new RuleViolation("rule.mail.none-held");
        }
        // A held mail has no task: the script removes all of them.
        List<TaskInstance<?>> deliveries = released.stream()
                .<TaskInstance<?>>map(
                        id -> MailTasks.DELIVERY.instance(id.toString()).build())
                .toList();
        scheduler.scheduleBatch(deliveries, clock.instant());
        history.record(
                actor,
                Subject.ofService(actor.id()),
                "mails.released",
                null,
                Fact.text(String.valueOf(released.size())));
    }
}
