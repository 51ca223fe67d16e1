package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Addressee;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Statements;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeMail;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
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
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class AdminMailPagesTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    MailQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Scheduler background;

    @Autowired
    Statements statements;

    private Account me;
    private Visitor administrator;
    private int workingPort;

    @BeforeEach
    void signInAsAnAdministrator() {
        me = world.administrator();
        administrator = world.signedIn(me);
        workingPort = server.getPort();
    }

    @AfterEach
    void restoreTheMailServer() {
        server.setPort(workingPort);
        background.resume();
        jdbc.sql("delete from outgoing_mail where status = 'FAILED'").update();
    }

    @Test
    void aFailedMailIsCountedFoundAndSentAgain() {
        Addressee somebody = somebody();
        failed(somebody);

        assertThat(administrator
                        .get("/admin/demandes")
                        .html()
                        .select("header nav")
                        .text())
                .contains("1 courriel non livré");
        assertThat(administrator.get("/admin/reglages").text()).contains("1 courriel n’a pas pu être livré");
        Page list = administrator.get("/admin/courriels");
        assertThat(list.text()).contains("1 courriel n’a pas pu être livré.");
        list = administrator.click("Les voir");
        assertThat(list.text()).contains(somebody.email(), somebody.name(), "Non livré");
        administrator.click("Votre mot de passe est changé");
        assertThat(administrator.page().text())
                .contains("Vient d’être changé".toLowerCase(), "Dernière erreur", "Couldn't connect to host");
        Page shown = administrator.page();
        administrator.press("Renvoyer");
        Page done = administrator.follow();

        assertThat(done.text())
                .contains("Le courriel est de nouveau en route.")
                .contains("Le courriel « Votre mot de passe est changé » est renvoyé à " + somebody.email(), me.name());
        world.mailTo(somebody.email());
        awaitStatus(somebody.email(), "SENT");
        assertThat(administrator
                        .get("/admin/demandes")
                        .html()
                        .select("header nav")
                        .text())
                .doesNotContain("non livré");
        administrator.press(shown, "Renvoyer", Map.of());
        assertThat(world.mailsTo(somebody.email())).hasSize(1);
    }

    @Test
    @Covers({"AUTH-06", "AUTH-21"})
    void aLinkIsNeverShownAndAResentOneHasANewTokenThatReplacesTheOldOne() {
        String email = world.client().account().email();
        forgotten(email);
        SomeMail first = world.mailTo(email);
        awaitStatus(email, "SENT");
        written(email, SecurityDoc.duration("MAIL_AGAIN_AFTER"));
        Page page = administrator.get(address(email));
        assertThat(page.body()).doesNotContain(first.token()).doesNotContain("{jeton}");
        assertThat(page.text())
                .contains(
                        "https://portail.example.test/compte/nouveau-mot-de-passe/…", "connue que de la destinataire");
        assertThat(page.html().select("main a[href*=nouveau-mot-de-passe]")).isEmpty();

        administrator.press("Renvoyer");

        assertThat(administrator.follow().body()).doesNotContain("{jeton}");
        SomeMail second = world.mailTo(email, 1);
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(world.stranger().get(first.path()).status()).isEqualTo(410);
        assertThat(world.stranger().get(second.path()).status()).isEqualTo(200);
    }

    @Test
    void aMailWithAnExpiredLinkIsNotSentAgainAndThePageSaysWhy() {
        String email = world.client().account().email();
        forgotten(email);
        SomeMail mail = world.mailTo(email);
        awaitStatus(email, "SENT");
        written(email, SecurityDoc.duration("MAIL_AGAIN_AFTER"));
        Page before = administrator.get(address(email));
        Visitor herself = world.stranger();
        herself.get(mail.path());
        herself.press("Enregistrer le mot de passe", Map.of("password", "une tout autre phrase, assez longue"));

        Page used = administrator.get(addressOf(email, "password-reset"));
        assertThat(used.text()).contains("Le lien de ce courriel a expiré, a déjà servi");
        assertThat(used.html().select("main form")).isEmpty();
        assertThat(administrator.press(before, "Renvoyer", Map.of()).status()).isEqualTo(409);
        assertThat(world.mailsTo(email))
                .filteredOn(it -> it.text().contains("/nouveau-mot-de-passe/"))
                .hasSize(1);

        String late = world.client().account().email();
        forgotten(late);
        world.mailTo(late);
        awaitStatus(late, "SENT");
        clock.advance(Duration.ofMinutes(61));
        Visitor tomorrow = world.signedIn(me);
        assertThat(tomorrow.get(address(late)).text()).contains("Le lien de ce courriel a expiré");
    }

    @Test
    void aQueuedMailIsNotSentAgain() throws Exception {
        Addressee somebody = somebody();
        failed(somebody);
        String path = address(somebody.email());
        background.pause();

        List<Page> answers = AtOnce.run(5, number -> {
            Visitor visitor = world.signedIn(world.administrator());
            visitor.get(path);
            return () -> visitor.press("Renvoyer");
        });

        assertThat(answers).filteredOn(it -> it.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(4);
        assertThat(administrator.get(path).text()).contains("Ce courriel est déjà en route.", "En route");
        background.resume();
        world.mailTo(somebody.email());
        awaitStatus(somebody.email(), "SENT");
        assertThat(world.mailsTo(somebody.email())).hasSize(1);
    }

    @Test
    void aMailWhoseDeliveryTaskIsBeingRemovedIsNotSentAgainYet() {
        Addressee somebody = somebody();
        failed(somebody);
        String path = address(somebody.email());
        TaskInstance<Void> delivery = MailTasks.DELIVERY
                .instance(path.substring(path.lastIndexOf('/') + 1))
                .build();
        Awaitility.await()
                .until(() -> background.getScheduledExecution(delivery).isEmpty());
        background.pause();
        background.scheduleIfNotExists(delivery, clock.instant());

        administrator.get(path);
        Page refused = administrator.press("Renvoyer");

        background.cancel(delivery);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Ce courriel est en cours d’envoi. Réessayez dans un moment.");
        assertThat(administrator.get(path).text()).contains("Non livré");
    }

    /** A mail to an address that no longer exists, or with an expired link, can never be delivered. */
    @Test
    void aFailedMailIsPutAway() {
        Addressee somebody = somebody();
        failed(somebody);
        String path = address(somebody.email());
        Page shown = administrator.get(path);
        administrator.press("Classer");

        Page done = administrator.follow();
        assertThat(done.text())
                .contains("Le courriel est classé.", "Abandonné", me.name())
                .contains("à " + somebody.email() + ", qui n’a pas pu être livré, est classé.")
                .doesNotContain("non livré")
                .doesNotContain("Renvoyer");
        assertThat(administrator.get("/admin/reglages").text()).doesNotContain("n’a pas pu être livré");
        assertThat(administrator.press(shown, "Renvoyer", Map.of()).status()).isEqualTo(409);
        assertThat(administrator.get(path + "/classement").location()).hasValue(path);

        Addressee another = somebody();
        queue(another);
        world.mailTo(another.email());
        awaitStatus(another.email(), "SENT");
        String sent = address(another.email());
        assertThat(administrator.get(sent).text()).doesNotContain("Classer");
        assertThat(administrator
                        .post(sent + "/classement", Map.of("submissionId", UUID.randomUUID()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Covers("ABU-04")
    void aMailThatWasJustSentIsNotSentAgain() {
        Addressee somebody = somebody();
        queue(somebody);
        world.mailTo(somebody.email());
        awaitStatus(somebody.email(), "SENT");
        String path = address(somebody.email());

        assertThat(administrator.get(path).text()).contains("Ce courriel vient de partir.");
        assertThat(administrator
                        .post(path + "/renvoi", Map.of("submissionId", UUID.randomUUID()))
                        .status())
                .isEqualTo(409);

        written(somebody.email(), SecurityDoc.duration("MAIL_AGAIN_AFTER"));
        administrator.get(path);
        administrator.press("Renvoyer");
        assertThat(administrator.follow().text()).contains("Le courriel est de nouveau en route.");
        world.mailTo(somebody.email(), 1);
        awaitStatus(somebody.email(), "SENT");
        assertThat(administrator.get(path).text()).contains("Ce courriel vient de partir.");
    }

    /** Moves the time at which the mail was queued into the past. */
    private void written(String email, Duration before) {
        jdbc.sql("update outgoing_mail set queued_at = queued_at - make_interval(secs => ?) where recipient = ?")
                .params(before.toSeconds(), email)
                .update();
    }

    @Test
    void mailsAreFoundByRecipientSubjectAndState() {
        Addressee somebody = new Addressee(world.email("helene").original(), "Hélène Çelik", "fr");
        queue(somebody);
        world.mailTo(somebody.email());
        awaitStatus(somebody.email(), "SENT");

        administrator.get("/admin/courriels?texte=" + somebody.email() + "&statut=SENT");
        Page look = administrator.click("Votre mot de passe est changé");
        String filtered = "/admin/courriels?texte=" + somebody.email().replace("@", "%40") + "&statut=SENT";
        assertThat(look.html().selectFirst("a.back-link").attr("href")).isEqualTo(filtered);
        written(somebody.email(), SecurityDoc.duration("MAIL_AGAIN_AFTER"));
        administrator.get(address(somebody.email()));
        administrator.press("Renvoyer");
        assertThat(administrator.follow().html().selectFirst("a.back-link").attr("href"))
                .as("after a change")
                .isEqualTo(filtered);
        world.mailTo(somebody.email(), 1);
        awaitStatus(somebody.email(), "SENT");

        String local = somebody.email().substring(0, somebody.email().indexOf('@'));
        assertThat(administrator.get("/admin/courriels?texte=" + local).text()).contains("Hélène Çelik", "Envoyé");
        assertThat(administrator
                        .get("/admin/courriels?texte=helene+celik&statut=SENT")
                        .text())
                .contains(somebody.email());
        assertThat(administrator
                        .get("/admin/courriels?texte=" + local + "&statut=FAILED")
                        .text())
                .contains("Aucun courriel ne correspond");
        assertThat(administrator
                        .get("/admin/courriels?texte=%25&statut=quoi&apres=999")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyAnAdministratorHasAccessAndAPageTakesAtMostFiveStatements() {
        Addressee somebody = somebody();
        queue(somebody);
        world.mailTo(somebody.email());
        awaitStatus(somebody.email(), "SENT");
        Visitor dispatcher = world.signedIn(world.dispatcher());
        for (String path : List.of("/admin/courriels", address(somebody.email()))) {
            assertThat(dispatcher.get(path).status()).as(path).isEqualTo(403);
            assertThat(statements.during(() -> administrator.get(path))).hasSizeLessThanOrEqualTo(5);
            assertThat(administrator.page().status()).isEqualTo(200);
        }
        assertThat(administrator.get("/admin/courriels/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private Addressee somebody() {
        return new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
    }

    private void queue(Addressee somebody) {
        transaction.executeWithoutResult(status -> queue.add(MailDraft.of("password-changed", somebody)));
    }

    /** Creates a mail that failed after a day without the mail server. */
    private void failed(Addressee somebody) {
        server.setPort(1);
        queue(somebody);
        Awaitility.await("the first try")
                .until(() -> jdbc.sql("select attempts from outgoing_mail where recipient = ?")
                                .param(somebody.email())
                                .query(Integer.class)
                                .single()
                        == 1);
        jdbc.sql("update outgoing_mail set queued_at = queued_at - interval '25 hours' where recipient = ?")
                .param(somebody.email())
                .update();
        clock.advance(Duration.ofSeconds(61));
        background.triggerCheckForDueExecutions();
        awaitStatus(somebody.email(), "FAILED");
        server.setPort(workingPort);
        clock.reset();
        administrator = world.signedIn(me);
    }

    private void awaitStatus(String email, String status) {
        Awaitility.await(status + " to " + email)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("select count(*) from outgoing_mail where recipient = ? and status <> ?")
                                .params(email, status)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private String address(String email) {
        return "/admin/courriels/"
                + jdbc.sql("select id from outgoing_mail where recipient = ?")
                        .param(email)
                        .query(UUID.class)
                        .single();
    }

    private String addressOf(String email, String kind) {
        return "/admin/courriels/"
                + jdbc.sql("select id from outgoing_mail where recipient = ? and kind = ?")
                        .params(email, kind)
                        .query(UUID.class)
                        .single();
    }

    private void forgotten(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", email));
    }
}
