package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Addressee;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.ScriptedMailServer;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that a mail server refuses, and what the staff see and do. */
@PortalTest
class RefusedMailTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    MailQueue queue;

    @Autowired
    WaitingMails waiting;

    @Autowired
    TransactionTemplate transaction;

    private ScriptedMailServer scripted;
    private Account me;
    private Visitor administrator;
    private Properties settings;
    private int workingPort;

    @BeforeEach
    void replaceTheMailServer() throws IOException {
        me = world.administrator();
        administrator = world.signedIn(me);
        workingPort = server.getPort();
        settings = server.getJavaMailProperties();
        scripted = new ScriptedMailServer();
        server.setPort(scripted.port());
    }

    @AfterEach
    void restoreTheMailServer() throws IOException {
        server.setPort(workingPort);
        server.setJavaMailProperties(settings);
        scripted.close();
        jdbc.sql("delete from outgoing_mail where status in ('FAILED', 'QUEUED')")
                .update();
    }

    @Test
    @Covers("MAIL-03")
    void aRecipientWhoIsRefusedForGoodFailsAtOnceAndTheStaffSeeWhyAndSendAgain() {
        scripted.answerToRecipients("550 5.1.1 User unknown");
        UUID mail = queued();
        await(mail, "FAILED");

        assertThat(row(mail)).containsEntry("attempts", 1);
        Page list = administrator.get("/admin/courriels");
        assertThat(list.text())
                .contains("Non livré", "n’accepte pas l’adresse de la destinataire", "550 5.1.1 User unknown");
        Page page = administrator.get("/admin/courriels/" + mail);
        assertThat(page.text())
                .contains(
                        "Ce qui l’empêche de partir Le serveur de courriel n’accepte pas l’adresse de la destinataire.")
                .contains("550 5.1.1 User unknown")
                .doesNotContain("Envoyer maintenant");
        assertThat(administrator
                        .with("Accept-Language", "en")
                        .get("/admin/courriels/" + mail)
                        .status())
                .isEqualTo(200);

        scripted.answerToRecipients("250 OK");
        administrator.press(page, "Renvoyer", Map.of());

        await(mail, "SENT");
        assertThat(administrator.get("/admin/courriels/" + mail).text()).doesNotContain("l’empêche de partir", "550");
    }

    @Test
    @Covers("MAIL-03")
    void aMessageThatIsRefusedForGoodFailsAtOnce() {
        scripted.answerToMessages("554 5.7.1 Rejected");
        UUID mail = queued();

        await(mail, "FAILED");

        assertThat(administrator.get("/admin/courriels/" + mail).text())
                .contains("n’accepte pas ce courriel", "554 5.7.1 Rejected", "Renvoyer");
    }

    @Test
    @Covers({"MAIL-02", "MAIL-03"})
    void aMailThatIsPutOffIsTriedAgainAndTheStaffMaySendItNow() {
        scripted.answerToRecipients("451 4.7.1 Try again later");
        UUID mail = queued();
        awaitAttempts(mail, 1);

        assertThat(row(mail)).containsEntry("status", "QUEUED");
        Page page = administrator.get("/admin/courriels/" + mail);
        assertThat(page.text()).contains("demande d’attendre", "451 4.7.1 Try again later", "déjà en route");
        scripted.answerToRecipients("250 OK");
        administrator.press("Envoyer maintenant");
        Page done = administrator.follow();

        assertThat(done.text())
                .contains("Le courriel part maintenant.", me.name())
                .contains("est envoyé sans attendre");
        await(mail, "SENT");
        Page twice = administrator.press(page, "Envoyer maintenant", Map.of());
        assertThat(twice.status()).isEqualTo(303);
        administrator.get("/admin/courriels/" + mail);
        Page late =
                administrator.post("/admin/courriels/" + mail + "/envoi", Map.of("submissionId", UUID.randomUUID()));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("n’attend pas d’envoi");
        assertThat(administrator.get("/admin/courriels/" + mail + "/envoi").location())
                .hasValue("/admin/courriels/" + mail);
    }

    @Test
    @Covers("MAIL-02")
    void afterALongOutageAllMailsLeaveWhenOneWasTaken() {
        // Other tests sent mails at a future time.
        jdbc.sql("update outgoing_mail set sent_at = now() - interval '1 day' where sent_at > now()")
                .update();
        List<UUID> mails = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            mails.add(waitingForAnHour());
        }

        scripted.answerToRecipients("421 4.3.2 Not yet");
        waiting.probe();
        Awaitility.await("one mail is tried").until(() -> tried(mails) == 1);
        assertThat(mails).allSatisfy(mail -> assertThat(row(mail)).containsEntry("status", "QUEUED"));

        scripted.answerToRecipients("250 OK");
        waiting.probe();

        mails.forEach(mail -> await(mail, "SENT"));
        // The one of the first probe waits by its own count of attempts, and is sent with the others.
        assertThat(mails).extracting(mail -> row(mail).get("attempts")).containsOnlyOnce(9);
    }

    @Test
    @Covers("MAIL-07")
    void withoutEncryptionNoMailIsSentAndTheStaffSeeWhy() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .contains("mail.smtp.starttls.required: ${RELEVE_MAIL_ENCRYPTED:true}");
        Properties required = new Properties();
        required.putAll(settings);
        required.setProperty("mail.smtp.starttls.required", "true");
        server.setJavaMailProperties(required);

        UUID mail = queued();
        awaitAttempts(mail, 1);

        assertThat(scripted.commands())
                .anyMatch(it -> it.startsWith("EHLO"))
                .noneMatch(it -> it.startsWith("MAIL") || it.startsWith("RCPT") || it.startsWith("DATA"));
        assertThat(row(mail)).containsEntry("status", "QUEUED");
        assertThat(administrator.get("/admin/courriels/" + mail).text())
                .contains("n’offre pas de chiffrement, et le portail l’exige", "STARTTLS is required");
    }

    private UUID queued() {
        Addressee somebody = new Addressee(world.email("nadia").original(), "Nadia Benali", "fr");
        return transaction.execute(status -> queue.add(MailDraft.of("password-changed", somebody)));
    }

    /** A mail that was refused seven times. */
    private UUID waitingForAnHour() {
        scripted.answerToRecipients("451 4.3.0 Out of order");
        UUID mail = queued();
        awaitAttempts(mail, 1);
        jdbc.sql("update outgoing_mail set attempts = 7 where id = ?")
                .param(mail)
                .update();
        jdbc.sql(
                        "update scheduled_mail set execution_time = execution_time + interval '1 hour' where task_instance = ?")
                .param(mail.toString())
                .update();
        return mail;
    }

    /** How many of these mails had more attempts than the first seven. */
    private int tried(List<UUID> mails) {
        return jdbc.sql("select count(*) from outgoing_mail where id in (:mails) and attempts > 7")
                .param("mails", mails)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> row(UUID mail) {
        return jdbc.sql("select status, attempts from outgoing_mail where id = ?")
                .param(mail)
                .query()
                .singleRow();
    }

    private void await(UUID mail, String status) {
        Awaitility.await(status)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> row(mail).get("status").equals(status));
    }

    /** Waits until the attempts are stored and the task of the mail waits for the next one. */
    private void awaitAttempts(UUID mail, int attempts) {
        Awaitility.await("attempts")
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> row(mail).get("attempts").equals(attempts)
                        && jdbc.sql("select not picked from scheduled_mail where task_instance = ?")
                                .param(mail.toString())
                                .query(Boolean.class)
                                .single());
    }
}
