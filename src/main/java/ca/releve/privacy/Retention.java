package ca.releve.privacy;

import ca.releve.account.SecurityLog;
import ca.releve.history.Actor;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes or erases what has been kept for its whole period, as {@code src/docs/data-inventory.md} says (PRIV-05). Other tasks
 * delete mails, tokens, sessions and security events.
 */
@Component
class Retention {

    /** Of requests for access, after they were handled. */
    static final Period ACCESS_REQUESTS = Period.ofMonths(6);

    /** Of hours, and of everything that explains them. The database has it too, in {@code remove_expired}. */
    static final Period HOURS = Period.ofYears(6);

    /** Requests, and other entries of the history, that one transaction deletes: about a second. */
    private static final int BATCH = 100;

    /** More than a large service has in a year; the rest follows the next night. */
    private static final int MOST_BATCHES = 500;

    private static final int MOST_PEOPLE = 200;

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final FormerPeople people;
    private final Erasure erasure;
    private final SecurityLog securityLog;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            FormerPeople people,
            Erasure erasure,
            SecurityLog securityLog,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.erasure = erasure;
        this.securityLog = securityLog;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        forgetAccessRequests();
        int batches = 0;
        while (batches < MOST_BATCHES && forgetHours() > 0) {
            batches++;
        }
        people.before(before(HOURS), MOST_PEOPLE).forEach(this::forget);
    }

    private void forgetAccessRequests() {
        transaction.executeWithoutResult(status -> {
            int deleted = jdbc.sql("delete from access_request where status <> 'NEW' and handled_at < ?")
                    .param(Timestamp.from(before(ACCESS_REQUESTS)))
                    .update();
            record("ACCESS_REQUESTS", deleted);
        });
    }

    private int forgetHours() {
        return transaction.execute(status -> {
            jdbc.sql(Erasure.MAY_TAKE_LONG).update();
            int deleted = jdbc.sql("select remove_expired(?)")
                    .param(BATCH)
                    .query(Integer.class)
                    .single();
            record("HOURS", deleted);
            return deleted;
        });
    }

    /** One that fails does not hold up the others. */
    private void forget(FormerPeople.Former former) {
        try {
            transaction.executeWithoutResult(status -> {
                erasure.erase(former.kind(), former.id(), Actor.PORTAL, null);
                record("PERSON", 1);
            });
        } catch (RuntimeException failure) {
            log.error("Person {} could not be erased; the next run tries again", former.id(), failure);
        }
    }

    private void record(String what, int deleted) {
        if (deleted > 0) {
            securityLog.record("sensitive_delete", null, "what", what, "rows", deleted);
        }
    }

    private Instant before(Period kept) {
        return clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final LocalTime NIGHT = LocalTime.of(4, 0);

        @Bean
        Task<Void> retentionTask(Retention retention, ZoneId zone) {
            return Tasks.recurring("retention", Schedules.daily(zone, NIGHT))
                    .execute((instance, context) -> retention.run());
        }
    }
}
