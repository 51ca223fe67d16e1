package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Addressee;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that accepts connections and never answers. */
@PortalTest
@Tag("long")
@Covers({"MAIL-02", "MAIL-08"})
class HangingMailServerTests {

    private static final int MAILS = 40;
    private static final TaskInstanceId CLEANUP = TaskInstanceId.of("daily-cleanup", "recurring");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    MailQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Scheduler tasks;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Scheduler mails;

    @Test
    void otherTasksAndPagesGoOnWhileFortyMailsWaitAndAllAreSentAfterwards() throws Exception {
        int workingPort = server.getPort();
        List<Addressee> recipients = new ArrayList<>();
        try (ServerSocket hanging = new ServerSocket(0, MAILS, InetAddress.getLoopbackAddress())) {
            server.setPort(hanging.getLocalPort());
            for (int i = 0; i < MAILS; i++) {
                Addressee somebody = new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
                recipients.add(somebody);
                transaction.execute(status -> queue.add(MailDraft.of("password-changed", somebody)));
            }
            Awaitility.await("all threads of the mails are held")
                    .until(() -> mails.getCurrentlyExecuting().size() == 4);

            for (int i = 0; i < 3; i++) {
                assertThat(timeOfATask()).isLessThan(Duration.ofSeconds(2));
            }
            assertThat(mails.getCurrentlyExecuting()).hasSize(4);
            Visitor manager = world.signedIn(world.client().account());
            assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        } finally {
            server.setPort(workingPort);
        }
        Awaitility.await("each mail was tried").until(() -> waiting(recipients, "attempts = 0") == 0);
        clock.advance(Duration.ofSeconds(61));
        for (Addressee somebody : recipients) {
            world.mailTo(somebody.email());
        }
        Awaitility.await("all are stored as sent").until(() -> waiting(recipients, "true") == 0);
        assertThat(recipients)
                .allSatisfy(it -> assertThat(world.mailsTo(it.email())).hasSize(1));
    }

    /** How long a task of the domain waits for a thread. */
    private Duration timeOfATask() {
        Instant begun = clock.instant();
        assertThat(tasks.reschedule(CLEANUP, begun)).isTrue();
        Awaitility.await("the task ran").pollInterval(Duration.ofMillis(20)).until(() -> jdbc.sql(
                        "select coalesce(last_success >= ?, false) from scheduled_tasks where task_name = 'daily-cleanup'")
                .param(begun.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
        return Duration.between(begun, clock.instant());
    }

    private int waiting(List<Addressee> recipients, String condition) {
        return jdbc.sql("select count(*) from outgoing_mail where status = 'QUEUED' and recipient in (:recipients) and "
                        + condition)
                .param("recipients", recipients.stream().map(Addressee::email).toList())
                .query(Integer.class)
                .single();
    }
}
