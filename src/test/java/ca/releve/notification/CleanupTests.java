package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.World;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The daily task deletes what has done its work, and a second run deletes nothing more (MAIL-09). */
@PortalTest
@Covers("MAIL-09")
class CleanupTests {

    private static final TaskInstanceId CLEANUP = TaskInstanceId.of("daily-cleanup", "recurring");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler tasks;

    @Test
    void mailsGoAfterNinetyDaysAndTokensAndFormsAfterTheirTime() {
        Account account = world.client().account();
        UUID oldMail = mail("SENT", Duration.ofDays(91));
        UUID droppedMail = mail("DROPPED", Duration.ofDays(91));
        UUID youngMail = mail("SENT", Duration.ofDays(89));
        UUID refusedMail = mail("FAILED", Duration.ofDays(91));
        UUID expired = token(account, "PASSWORD_RESET", Duration.ofMinutes(-1));
        UUID valid = token(account, "CONFIRMATION", Duration.ofHours(1));
        UUID oldForm = form(Duration.ofDays(31));
        UUID youngForm = form(Duration.ofDays(29));

        for (int run = 1; run <= 2; run++) {
            cleanUp();

            assertThat(exists("outgoing_mail", oldMail)).isFalse();
            assertThat(exists("outgoing_mail", droppedMail)).isFalse();
            assertThat(exists("outgoing_mail", youngMail)).isTrue();
            assertThat(exists("outgoing_mail", refusedMail))
                    .as("somebody has to look at it")
                    .isTrue();
            assertThat(exists("account_token", expired)).isFalse();
            assertThat(exists("account_token", valid)).isTrue();
            assertThat(exists("submission", oldForm)).isFalse();
            assertThat(exists("submission", youngForm)).isTrue();
        }
    }

    private void cleanUp() {
        Instant begun = clock.instant();
        assertThat(tasks.reschedule(CLEANUP, begun)).isTrue();
        Awaitility.await("the task ran").pollInterval(Duration.ofMillis(20)).until(() -> jdbc.sql(
                        "select coalesce(last_success >= ?, false) from scheduled_tasks where task_name = 'daily-cleanup'")
                .param(begun.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
    }

    private UUID mail(String status, Duration age) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body, status, queued_at)
                        values (?, 0, 'password-changed', 'nadia@example.test', 'Nadia Benali', 'fr', 'Objet', 'Texte', ?, ?)
                        """)
                .params(id, status, clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID token(Account account, String purpose, Duration left) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into account_token (id, account_id, purpose, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        account.id(),
                        purpose,
                        clock.instant().minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC),
                        clock.instant().plus(left).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID form(Duration age) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into submission (id, at) values (?, ?)")
                .params(id, clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private boolean exists(String table, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
