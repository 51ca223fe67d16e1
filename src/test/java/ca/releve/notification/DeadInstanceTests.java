package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Addressee;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.World;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance of the portal was killed during a task: another one, or the same after its restart, does the work. */
@PortalTest
@Covers({"MAIL-01", "MAIL-04", "MAIL-08"})
class DeadInstanceTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The time of every scheduler of this class and of the running portal. */
    @Autowired
    TestClock clock;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MailQueue queue;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Scheduler running;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Task<Void> delivery;

    @Autowired
    @Qualifier("cleanUpDaily")
    Task<Void> cleanup;

    @Test
    void theWorkOfADeadInstanceGoesOnWithinAMinute() throws IOException {
        DbSchedulerProperties settings = settings();
        Duration untilDead = settings.getHeartbeatInterval().multipliedBy(settings.getMissedHeartbeatsLimit());
        // db-scheduler looks for dead executions every second interval.
        Duration untilSeen = settings.getHeartbeatInterval().multipliedBy(2);

        assertThat(untilDead.plus(untilSeen).plus(settings.getPollingInterval()))
                .isLessThan(LIMIT);
    }

    @Test
    void theMailOfADeadInstanceIsSentOnceByAnother() throws IOException {
        Addressee somebody = new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
        running.pause();
        Scheduler other = MailScheduler.scheduler(settings(), database, clock::instant, delivery);
        try {
            UUID mail = transaction.execute(status -> queue.add(MailDraft.of("password-changed", somebody)));
            diedDuring("scheduled_mail", "mail-delivery", mail.toString(), Duration.ofSeconds(33));

            other.start();

            world.mailTo(somebody.email());
            await(() -> jdbc.sql("select status from outgoing_mail where id = ?")
                    .param(mail)
                    .query(String.class)
                    .single()
                    .equals("SENT"));
            assertThat(world.mailsTo(somebody.email())).hasSize(1);
        } finally {
            other.stop();
            running.resume();
        }
    }

    @Test
    void aMailThatAnInstanceIsSendingIsLeftToIt() throws IOException {
        Addressee somebody = new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
        Addressee another = new Addressee(world.email("rosalie").original(), "Rosalie Paquet", "fr");
        running.pause();
        Scheduler other = MailScheduler.scheduler(settings(), database, clock::instant, delivery);
        try {
            UUID mail = transaction.execute(status -> queue.add(MailDraft.of("password-changed", somebody)));
            diedDuring("scheduled_mail", "mail-delivery", mail.toString(), Duration.ofSeconds(20));
            UUID dead = transaction.execute(status -> queue.add(MailDraft.of("password-changed", another)));
            diedDuring("scheduled_mail", "mail-delivery", dead.toString(), Duration.ofSeconds(33));

            other.start();

            world.mailTo(another.email());
            assertThat(world.mailsTo(somebody.email())).isEmpty();
        } finally {
            other.stop();
            jdbc.sql("update scheduled_mail set picked = false, picked_by = null where picked")
                    .update();
            running.resume();
        }
        world.mailTo(somebody.email());
    }

    @Test
    void aRecurringTaskOfADeadInstanceRunsAgain() throws IOException {
        diedDuring("scheduled_tasks", "daily-cleanup", "recurring", Duration.ofSeconds(33));
        Scheduler other = DbSchedulerConfigurationSupport.buildScheduler(
                settings(),
                new DbSchedulerCustomizer() {},
                StatsRegistry.NOOP,
                clock::instant,
                database,
                List.of(cleanup),
                List.of(),
                List.of());
        try {
            other.start();

            await(() -> jdbc.sql("select not picked from scheduled_tasks where task_name = 'daily-cleanup'")
                    .query(Boolean.class)
                    .single());
        } finally {
            other.stop();
        }
    }

    private void diedDuring(String table, String task, String instance, Duration ago) {
        int picked = jdbc.sql("update " + table + """
                         set picked = true, picked_by = 'dead', last_heartbeat = :heartbeat, version = version + 1
                         where task_name = :task and task_instance = :instance
                        """)
                .param("heartbeat", clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .param("task", task)
                .param("instance", instance)
                .update();
        assertThat(picked).isOne();
    }

    private static void await(Callable<Boolean> happened) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(happened);
    }

    /** The settings of a deployment; those of the tests differ. */
    private static DbSchedulerProperties settings() throws IOException {
        var file = new YamlPropertySourceLoader()
                .load("portal", new FileSystemResource("src/main/resources/application.yml"));
        return new Binder(ConfigurationPropertySources.from(file))
                .bind("db-scheduler", DbSchedulerProperties.class)
                .get();
    }
}
