package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.Logins;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import ca.releve.web.settings.InvalidSettingException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A backup is restored. The embedded PostgreSQL has no {@code pg_dump}: the copy is made by {@code create database … template}, which
 * like a dump keeps no rights on the database itself; the settings of the logins are removed by hand, as in a new server. With a dump
 * the same is done by {@code src/main/docker/restore-drill.sh}.
 */
@Tag("long")
class RestoreTests {

    private static final String ADMINISTRATOR = "rosalie.paquet@example.test";

    private EmbeddedPostgres server;
    private JdbcClient superuser;

    @BeforeEach
    void startAServer() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Logins.create(superuser("postgres"));
        superuser = Logins.client(superuser("postgres"));
        superuser.sql("create database before owner releve_owner").update();
    }

    @AfterEach
    void stopTheServer() throws IOException {
        server.close();
    }

    @Test
    @Covers("OPS-13")
    void afterARestoreNoSessionAndNoLinkWorksAndNoMailLeavesByItself() throws IOException {
        Visitor visitor;
        String secret;
        try (ConfigurableApplicationContext portal = start("before")) {
            visitor = new Visitor(portOf(portal));
            visitor.get("/compte/creation");
            visitor.press(
                    "Créer un compte",
                    Map.of(
                            "firstName",
                            "Rosalie",
                            "lastName",
                            "Paquet",
                            "email",
                            ADMINISTRATOR,
                            "password",
                            "une phrase bien assez longue pour tous"));
            secret = visitor.cookie("__Host-SESSION").orElseThrow();
            JdbcClient data = Logins.client(Logins.owner(url("before")));
            assertThat(count(data, "spring_session")).isPositive();
            assertThat(count(data, "account_token")).isOne();
            assertThat(count(data, "outgoing_mail where status = 'QUEUED'")).isPositive();
        }
        copy("before", "restored");

        JdbcClient owner = Logins.client(Logins.owner(url("restored")));
        int mails = count(owner, "outgoing_mail");
        int accounts = count(owner, "account");
        owner.sql(Files.readString(Path.of("src/main/docker/after-restore.sql")))
                .update();

        assertThat(count(owner, "spring_session")).isZero();
        assertThat(count(owner, "account_token")).isZero();
        assertThat(count(owner, "scheduled_mail")).isZero();
        assertThat(count(owner, "outgoing_mail")).isEqualTo(mails);
        assertThat(count(owner, "outgoing_mail where status = 'QUEUED'")).isZero();
        assertThat(count(owner, "account")).isEqualTo(accounts);
        assertThat(count(owner, "security_event where event = 'session_ended' and facts = 'reason=restore'"))
                .isOne();
        Logins.create(superuser("restored"));
        try (ConfigurableApplicationContext portal = start("restored")) {
            Visitor again = visitor.on(portOf(portal));
            again.get("/connexion");
            assertThat(again.cookie("__Host-SESSION")).isPresent().get().isNotEqualTo(secret);
            assertThat(count(owner, "outgoing_mail where status = 'HELD'")).isEqualTo(mails);
        }
    }

    @Test
    @Covers({"OPS-11", "OPS-03"})
    void whatADumpDoesNotHoldIsMissedAtTheStartAndMadeByTheScript() {
        start("before").close();
        copy("before", "restored");

        doesNotStart("SPRING_DATASOURCE_USERNAME may create temporary tables, which hide those of the portal: run "
                + "src/main/docker/database.sql again");
        superuser.sql("revoke temporary on database restored from public").update();
        doesNotStart("SPRING_DATASOURCE_USERNAME has no time limit for statements, locks or idle transactions: run "
                + "src/main/docker/database.sql again");

        Logins.create(superuser("restored"));
        Logins.create(superuser("restored"));
        start("restored").close();
        assertThat(Logins.client(Logins.portal(url("restored")))
                        .sql("select current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo("3s 10s");
    }

    /** As a dump into a new server: neither the rights on the database nor the settings of the logins come along. */
    private void copy(String from, String to) {
        superuser.sql("create database " + to + " template " + from).update();
        for (String role : new String[] {"releve", "releve_owner"}) {
            superuser.sql("alter role " + role + " reset all").update();
        }
    }

    private void doesNotStart(String reason) {
        assertThatThrownBy(() -> start("restored"))
                .hasRootCauseInstanceOf(InvalidSettingException.class)
                .rootCause()
                .hasMessageStartingWith(reason);
    }

    private ConfigurableApplicationContext start(String database) {
        Login portal = Logins.portal(url(database));
        Login owner = Logins.owner(url(database));
        return SpringApplication.run(
                ReleveApplication.class,
                "--server.port=0",
                "--spring.main.lazy-initialization=true",
                "--spring.datasource.url=" + portal.url(),
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.port=1",
                "--releve.first-administrator=" + ADMINISTRATOR);
    }

    private Login superuser(String database) {
        return new Login(url(database), "postgres", "postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static int portOf(ConfigurableApplicationContext portal) {
        return ((ServletWebServerApplicationContext) portal).getWebServer().getPort();
    }

    private static int count(JdbcClient data, String rows) {
        return data.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
