package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.releve.testing.Covers;
import ca.releve.testing.Logins;
import ca.releve.testing.TestDatabase.Login;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Starts the portal on a database that asks for passwords, which the one of the other tests does not. */
@Tag("long")
@Covers("OPS-07")
class WrongPasswordTests {

    @TempDir
    Path directory;

    private EmbeddedPostgres server;
    private String url;

    @BeforeEach
    void startADatabaseWithPasswords() throws IOException {
        Path access = Files.writeString(directory.resolve("access.conf"), """
                host all postgres 127.0.0.1/32 trust
                host all all      127.0.0.1/32 scram-sha-256
                """);
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", access.toString())
                .start();
        url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        Logins.create(new Login(url, "postgres", "postgres"));
    }

    @AfterEach
    void stopTheDatabase() throws IOException {
        server.close();
    }

    @Test
    void aWrongPasswordOfThePortalEndsInOneSentence() {
        Login portal = Logins.portal(url);

        failsWithOneSentence(new Login(url, portal.username(), "un-autre-mot"), Logins.owner(url));
    }

    @Test
    void aWrongPasswordOfTheOwnerEndsInOneSentence() {
        Login owner = Logins.owner(url);

        failsWithOneSentence(Logins.portal(url), new Login(url, owner.username(), "un-autre-mot"));
    }

    private static void failsWithOneSentence(Login portal, Login owner) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        SpringApplication application = new SpringApplication(ReleveApplication.class);
        // The start of an application sets logging up anew.
        application.addListeners((ApplicationListener<ApplicationPreparedEvent>) prepared -> root.addAppender(log));
        Throwable failure = catchThrowable(() -> application.run(
                "--server.port=0",
                "--spring.datasource.url=" + portal.url(),
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.port=1"));
        root.detachAppender(log);

        assertThat(failure).isNotNull();
        assertThat(log.list).allMatch(it -> it.getThrowableProxy() == null);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(it -> it.contains("APPLICATION FAILED TO START"))
                .singleElement()
                .asString()
                .contains("The database cannot be used: FATAL: password authentication failed")
                .contains("Check SPRING_DATASOURCE_URL")
                .doesNotContain("un-autre-mot", "\tat ")
                .satisfies(it -> assertThat(it.lines().count()).isLessThan(15));
    }
}
