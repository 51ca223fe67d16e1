package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.AccountNews.PasswordChanged;
import ca.releve.account.Addressee;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeMail;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class MailTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    MailQueue queue;

    @Autowired
    MailDelivery delivery;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    @Qualifier(MailScheduler.MAILS)
    Scheduler background;

    @LocalServerPort
    int port;

    private int workingPort;

    @AfterEach
    void restoreTheMailServer() {
        if (workingPort != 0) {
            server.setPort(workingPort);
        }
    }

    @Test
    void aMailHasATextAndAnHtmlPartAndIsMarkedAsAutomatic() {
        Addressee somebody = somebody("fr");

        queue(MailDraft.of("account-exists", somebody).withLink("/compte/mot-de-passe-oublie"));

        SomeMail mail = world.mailTo(somebody.email());
        assertThat(mail.subject()).isEqualTo("Vous avez déjà un compte");
        assertThat(mail.text())
                .contains("Service de remplacement Les Relayeuses")
                .contains("\nhttps://portail.example.test/compte/mot-de-passe-oublie\n");
        assertThat(mail.html())
                .contains("<html lang=\"fr\"")
                .contains("<a href=\"https://portail.example.test/compte/mot-de-passe-oublie\">")
                .contains("<p>Si ce n’était pas vous, ne faites rien.</p>");
        assertThat(mail.header("From")).isEqualTo("Service de remplacement Les Relayeuses <portail@example.test>");
        assertThat(mail.header("Reply-To")).isEqualTo("Service de remplacement Les Relayeuses <service@example.test>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Message-ID"))
                .isEqualTo("<" + row(somebody.email()).get("id") + "@portail.example.test>");
        Awaitility.await().untilAsserted(() -> assertThat(row(somebody.email()).get("status"))
                .isEqualTo("SENT"));
    }

    @Test
    void aMailIsInTheLanguageOfItsRecipient() {
        Addressee somebody = somebody("en");

        queue(MailDraft.of("password-changed", somebody));

        SomeMail mail = world.mailTo(somebody.email());
        assertThat(mail.subject()).isEqualTo("Your password is changed");
        assertThat(mail.text()).startsWith("Hello,");
        assertThat(mail.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void aNameWithLineBreaksAddsNoHeader() {
        String address = world.email("nadia").original();

        queue(MailDraft.of("account-exists", new Addressee(address, "Nadia\r\nBcc: autre@example.test", "fr")));

        SomeMail mail = world.mailTo(address);
        assertThat(mail.header("Bcc")).isNull();
        assertThat(world.mailsTo("autre@example.test")).isEmpty();
    }

    @Test
    void aMailOfARolledBackTransactionIsNotSent() {
        Addressee somebody = somebody("fr");

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new PasswordChanged(somebody));
            status.setRollbackOnly();
        });

        assertThat(rows(somebody.email())).isEmpty();
        assertThat(jdbc.sql("""
                        select count(*) from scheduled_mail
                         where task_name = 'mail-delivery' and task_instance not in (select id::text from outgoing_mail)
                        """).query(Integer.class).single()).isZero();
    }

    @Test
    void withoutTheMailServerThePageAnswersAtOnceAndTheMailIsSentLater() {
        mailServerGoesAway();
        ClientManager manager = world.knownManager();

        assertThat(signUp(manager.email()).status()).isEqualTo(303);
        await("the first try", () -> attempts(manager.email()) == 1);
        assertThat(row(manager.email()).get("status")).isEqualTo("QUEUED");
        assertThat(String.valueOf(row(manager.email()).get("last_error"))).isNotBlank();

        restoreTheMailServer();
        clock.advance(Duration.ofSeconds(61));

        SomeMail mail = world.mailTo(manager.email());
        assertThat(mail.header("Message-ID"))
                .startsWith("<" + row(manager.email()).get("id") + "@");
        assertThat(world.stranger().get(mail.path()).status()).isEqualTo(200);
    }

    @Test
    @Covers("AUTH-02")
    void noRequestConnectsToTheMailServer() {
        String unknownYet = world.knownManager().email();
        String known = world.client().account().email();
        String forgetful = world.client().account().email();
        background.pause();
        try {
            assertThat(signUp(unknownYet).status()).isEqualTo(303);
            assertThat(signUp(known).status()).isEqualTo(303);
            Visitor visitor = world.stranger();
            visitor.get("/compte/mot-de-passe-oublie");
            assertThat(visitor.press("Recevoir un lien", Map.of("email", forgetful))
                            .status())
                    .isEqualTo(303);

            for (String email : List.of(unknownYet, known, forgetful)) {
                assertThat(row(email)).containsEntry("status", "QUEUED").containsEntry("attempts", 0);
                assertThat(world.mailsTo(email)).isEmpty();
            }
        } finally {
            background.resume();
        }
        for (String email : List.of(unknownYet, known, forgetful)) {
            world.mailTo(email);
        }
    }

    @Test
    void aMailWithAnExpiredLinkIsDropped() {
        mailServerGoesAway();
        String email = world.client().account().email();
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", email));
        await("the first try", () -> attempts(email) == 1);

        restoreTheMailServer();
        clock.advance(Duration.ofMinutes(61));

        await("the mail is dropped", () -> "DROPPED".equals(row(email).get("status")));
        assertThat(world.mailsTo(email)).isEmpty();
    }

    @Test
    void aSentMailIsNotSentAgainByTheTask() {
        Addressee somebody = somebody("fr");
        queue(MailDraft.of("password-changed", somebody));
        world.mailTo(somebody.email());
        await("the mail is sent", () -> "SENT".equals(row(somebody.email()).get("status")));

        assertThat(delivery.deliver((UUID) row(somebody.email()).get("id"))).isEmpty();

        assertThat(world.mailsTo(somebody.email())).hasSize(1);
    }

    @Test
    void theDatabaseContainsNoTokenOfAMail() {
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        String token = world.mailTo(manager.email()).token();
        await("the mail is sent", () -> "SENT".equals(row(manager.email()).get("status")));

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        List<String> tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        String hex = HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8));
        for (String table : tables) {
            assertThat(jdbc.sql("select count(*) from \"" + table + "\" t where t::text like ? or t::text like ?")
                            .params("%" + token + "%", "%" + hex + "%")
                            .query(Integer.class)
                            .single())
                    .as("rows of %s that hold the token", table)
                    .isZero();
        }
    }

    @Test
    @Covers("AUTH-09")
    void linksDoNotDependOnTheHostHeader() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");

        String answer = postWithForeignHost(visitor, manager.email());

        assertThat(answer).startsWith("HTTP/1.1 303");
        SomeMail mail = world.mailTo(manager.email());
        assertThat(mail.text() + mail.html() + mail.header("Message-ID")).doesNotContain("evil.test");
        assertThat(mail.path()).startsWith("/compte/confirmation/");
    }

    @Test
    void theMailServerHasATimeoutOfFiveSecondsForEachStep() {
        assertThat(server.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "5000")
                .containsEntry("mail.smtp.timeout", "5000")
                .containsEntry("mail.smtp.writetimeout", "5000")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Test
    void expiredLinksAndOldMailsAreDeletedOnceADay() {
        Addressee somebody = somebody("fr");
        queue(MailDraft.of("password-changed", somebody));
        ClientManager manager = world.knownManager();
        signUp(manager.email());
        await("the mail is sent", () -> "SENT".equals(row(somebody.email()).get("status")));
        jdbc.sql("update outgoing_mail set queued_at = queued_at - interval '91 days' where recipient = ?")
                .param(somebody.email())
                .update();

        clock.advance(Duration.ofHours(49));

        await("old things are forgotten", () -> rows(somebody.email()).isEmpty() && tokens(manager) == 0);
        assertThat(rows(manager.email())).hasSize(1);
    }

    private void queue(MailDraft draft) {
        transaction.executeWithoutResult(status -> queue.add(draft));
    }

    private Addressee somebody(String language) {
        return new Addressee(world.email("nadia").original(), "Nadia Benali", language);
    }

    private void mailServerGoesAway() {
        workingPort = server.getPort();
        server.setPort(1);
    }

    private static void await(String what, Callable<Boolean> happened) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(happened);
    }

    private List<Map<String, Object>> rows(String email) {
        return jdbc.sql("select * from outgoing_mail where recipient = ?")
                .param(email)
                .query()
                .listOfRows();
    }

    private Map<String, Object> row(String email) {
        assertThat(rows(email)).hasSize(1);
        return rows(email).get(0);
    }

    private int attempts(String email) {
        return (int) row(email).get("attempts");
    }

    private int tokens(ClientManager manager) {
        return jdbc.sql("""
                        select count(*) from account_token t join account a on a.id = t.account_id
                         where a.client_manager_id = ?
                        """).param(manager.id()).query(Integer.class).single();
    }

    private Visitor.Page signUp(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        return visitor.press(
                "Créer un compte",
                Map.of(
                        "firstName",
                        "Nadia",
                        "lastName",
                        "Benali",
                        "email",
                        email,
                        "password",
                        "les framboises du jardin"));
    }

    private String postWithForeignHost(Visitor visitor, String email) {
        String body = "firstName=Nadia&lastName=Benali&password=les+framboises+du+jardin&email=" + encode(email)
                + "&_csrf=" + encode(value(visitor, "_csrf"))
                + "&submissionId=" + value(visitor, "submissionId");
        String request = "POST /compte/creation HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: evil.test\r\n"
                + "Forwarded: host=evil.test;proto=https\r\nCookie: __Host-SESSION="
                + visitor.cookie("__Host-SESSION").orElseThrow()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String value(Visitor visitor, String field) {
        return visitor.page()
                .html()
                .selectFirst("main input[name=" + field + "]")
                .val();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
