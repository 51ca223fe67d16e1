package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Addressee;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** After a restore the mails of the backup wait until an administrator releases them. */
@PortalTest
@Covers("OPS-13")
class HeldMailPagesTests {

    private static final String CONFIRMATION = "/admin/courriels/depart";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MailQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Scheduler background;

    private Account me;
    private Visitor administrator;

    @BeforeEach
    void signInAsAnAdministrator() {
        me = world.administrator();
        administrator = world.signedIn(me);
        background.pause();
    }

    @AfterEach
    void holdNothing() {
        jdbc.sql("delete from outgoing_mail where status = 'HELD'").update();
        background.resume();
    }

    @Test
    void heldMailsLeaveOnceWhenAnAdministratorLetsThemGo() {
        Addressee first = held();
        Addressee second = held();
        background.resume();

        Page list = administrator.get("/admin/courriels");
        assertThat(list.text()).contains("Une sauvegarde a été restaurée", "Retenu");
        Page confirmation = administrator.click("Décider");
        assertThat(confirmation.text()).contains("2 courriels sont retenus.", "partiraient une deuxième fois");
        assertThat(statusOf(first)).isEqualTo("HELD");

        Page answer = administrator.press("Les laisser partir");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(administrator.follow().text())
                .contains("Les courriels retenus sont en route.")
                .doesNotContain("Une sauvegarde a été restaurée");
        for (Addressee somebody : List.of(first, second)) {
            world.mailTo(somebody.email());
            Awaitility.await().until(() -> statusOf(somebody).equals("SENT"));
            assertThat(world.mailsTo(somebody.email())).hasSize(1);
        }
        assertThat(jdbc.sql("select facts[1] from history_entry where event = 'mails.released' and actor_id = ?")
                        .param(me.id())
                        .query(String.class)
                        .list())
                .containsExactly("t:2");

        assertThat(administrator
                        .press(confirmation, "Les laisser partir", Map.of())
                        .status())
                .as("the same form once more")
                .isEqualTo(303);
        administrator.get("/admin/courriels");
        assertThat(administrator
                        .post(CONFIRMATION, Map.of("submissionId", UUID.randomUUID()))
                        .status())
                .as("nothing is held any more")
                .isEqualTo(409);
        assertThat(administrator.get(CONFIRMATION).text()).contains("Aucun courriel n’est retenu.");
        assertThat(administrator.page().html().select("main form")).isEmpty();
    }

    @Test
    void oneHeldMailIsPutAwayAndAnotherSentAgainByItself() {
        Addressee superfluous = held();
        Addressee needed = held();
        Addressee undecided = held();
        background.resume();

        administrator.get(address(superfluous));
        administrator.press("Classer");
        assertThat(administrator.follow().text())
                .contains(
                        "Le courriel est classé.",
                        "Abandonné",
                        me.name(),
                        "retenu après une restauration, est classé.");

        administrator.get(address(needed));
        administrator.press("Renvoyer");
        administrator.follow();
        world.mailTo(needed.email());

        assertThat(statusOf(superfluous)).isEqualTo("DROPPED");
        assertThat(statusOf(undecided)).isEqualTo("HELD");
        assertThat(world.mailsTo(undecided.email())).isEmpty();
    }

    @Test
    void onlyAnAdministratorReleasesThem() {
        Addressee somebody = held();
        for (Visitor visitor : List.of(
                world.signedIn(world.dispatcher()),
                world.signedIn(world.client().account()))) {
            assertThat(visitor.get(CONFIRMATION).status()).isEqualTo(403);
            assertThat(visitor.post(CONFIRMATION, Map.of("submissionId", UUID.randomUUID()))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(statusOf(somebody)).isEqualTo("HELD");
    }

    @Test
    void thePageIsInEnglishToo() {
        held();

        assertThat(administrator.get(CONFIRMATION + "?langue=en").text())
                .contains("Let the held emails leave", "1 email is held.", "Let them leave");
    }

    /** A mail as {@code after-restore.sql} leaves it; {@code RestoreTests} runs the script itself. */
    private Addressee held() {
        Addressee somebody = new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
        UUID id = transaction.execute(status -> queue.add(MailDraft.of("password-changed", somebody)));
        jdbc.sql("delete from scheduled_mail where task_instance = ?")
                .param(id.toString())
                .update();
        jdbc.sql("update outgoing_mail set status = 'HELD' where id = ?")
                .param(id)
                .update();
        return somebody;
    }

    private String address(Addressee somebody) {
        return "/admin/courriels/"
                + jdbc.sql("select id from outgoing_mail where recipient = ?")
                        .param(somebody.email())
                        .query(UUID.class)
                        .single();
    }

    private String statusOf(Addressee somebody) {
        return jdbc.sql("select status from outgoing_mail where recipient = ?")
                .param(somebody.email())
                .query(String.class)
                .single();
    }
}
