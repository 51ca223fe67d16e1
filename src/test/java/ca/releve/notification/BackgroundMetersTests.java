package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Addressee;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Scrape;
import ca.releve.testing.Statements;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The times are years, so that what other tests left behind makes no difference. */
@PortalTest
class BackgroundMetersTests {

    private static final double TEN_YEARS = 10 * 365 * 86_400.0;

    @Autowired
    BackgroundMeters meters;

    @Autowired
    World world;

    @Autowired
    MailQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Scheduler background;

    @Autowired
    Statements statements;

    @Value("${local.management.port}")
    int port;

    private UUID mail;

    @BeforeEach
    void stopDeliveries() {
        background.pause();
    }

    @AfterEach
    void removeWhatIsLate() {
        jdbc.sql("delete from scheduled_mail where task_instance = ?")
                .param(String.valueOf(mail))
                .update();
        jdbc.sql("delete from outgoing_mail where id = ?").param(mail).update();
        jdbc.sql("delete from scheduled_tasks where task_name = 'late'").update();
        background.resume();
    }

    @Test
    @Covers({"MAIL-05", "OPS-15"})
    void theAgeOfTheOldestMailThatHasNotLeftIsKnown() {
        queue(null);
        written("11 years");

        assertThat(meters.read().oldestMail()).isGreaterThan(TEN_YEARS);

        jdbc.sql("update outgoing_mail set status = 'SENT', sent_at = now() where id = ?")
                .param(mail)
                .update();
        assertThat(meters.read().oldestMail()).isLessThan(TEN_YEARS);
    }

    @Test
    @Covers("MAIL-05")
    void aMailThatWaitsOnPurposeIsNotLateUntilItsTimeHasCome() {
        queue(Duration.ofMinutes(5));
        written("11 years");

        assertThat(meters.read().oldestMail()).isLessThan(TEN_YEARS);

        jdbc.sql("update scheduled_mail set execution_time = now() - interval '12 years' where task_instance = ?")
                .param(mail.toString())
                .update();
        assertThat(meters.read().oldestMail()).isGreaterThan(TEN_YEARS);
        assertThat(meters.read().deliveryLag()).isGreaterThan(TEN_YEARS);
    }

    @Test
    @Covers("MAIL-05")
    void aRefusedMailIsLateWhileItWaitsForItsNextAttempt() {
        queue(Duration.ofMinutes(5));
        written("11 years");
        jdbc.sql("update outgoing_mail set attempts = 1 where id = ?")
                .param(mail)
                .update();

        assertThat(meters.read().oldestMail()).isGreaterThan(TEN_YEARS);
    }

    /** Picked, with a fresh heartbeat: a task that never ends. */
    @Test
    @Covers("OPS-15")
    void theMostOverdueTaskIsKnownAlsoWhileItRuns() {
        assertThat(meters.read().taskLag()).isLessThan(TEN_YEARS);

        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_heartbeat, version)
                values ('late', 'one', now() - interval '11 years', true, now() + interval '1 year', 1)
                """).update();

        assertThat(meters.read().taskLag()).isGreaterThan(TEN_YEARS);
    }

    @Test
    @Covers("OPS-16")
    void aMailServerThatIsAwayIsSeenInTheMetricsAndLeavesThePortalReady() {
        int working = server.getPort();
        server.setPort(1);
        try {
            queue(null);
            written("11 years");

            assertThat(new Visitor(port).get("/actuator/health/readiness").status())
                    .isEqualTo(200);
            assertThat(meters.read().oldestMail()).isGreaterThan(TEN_YEARS);
            assertThat(meters.read().answered()).isTrue();
        } finally {
            server.setPort(working);
        }
    }

    @Test
    @Covers("OPS-15")
    void aScrapeTakesOneStatement() {
        assertThat(statements.during(() -> Scrape.of(port))).hasSizeLessThanOrEqualTo(1);
        assertThat(statements.during(() -> meters.read())).hasSize(1);
    }

    private void queue(Duration held) {
        Addressee somebody = new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
        MailDraft draft = MailDraft.of("password-changed", somebody);
        mail = transaction.execute(status -> queue.add(held == null ? draft : draft.heldFor(held, UUID.randomUUID())));
    }

    private void written(String before) {
        jdbc.sql("update outgoing_mail set queued_at = now() - cast(? as interval) where id = ?")
                .params(before, mail)
                .update();
    }
}
