package ca.releve.load;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.ReleveApplication;
import ca.releve.testing.Covers;
import ca.releve.testing.Logins;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** PostgreSQL is stopped and started again under a running portal. */
@Tag("long")
class DatabaseStoppedTests {

    private static final List<String> PAGES =
            List.of("/connexion", "/remplacements", "/admin/demandes", "/compte/creation", "/n/existe/pas");

    @TempDir
    Path directory;

    @Test
    @Covers({"OPS-01", "OPS-16"})
    void withoutItsDatabaseThePortalIsNotReadyAnswers503AndLogsOneLineASecond() throws Exception {
        EmbeddedPostgres server = start(0);
        int port = server.getPort();
        try (ConfigurableApplicationContext portal = start(url(port))) {
            Visitor visitor = new Visitor(portOf(portal));
            Visitor watcher =
                    new Visitor(portal.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
            assertThat(visitor.get("/connexion").status()).isEqualTo(200);
            assertThat(watcher.get("/actuator/health/readiness").status()).isEqualTo(200);

            server.close();
            ListAppender<ILoggingEvent> log = listen();
            long stopped = System.nanoTime();
            Page readiness = watcher.get("/actuator/health/readiness");
            assertThat(since(stopped)).isLessThan(Duration.ofSeconds(5));
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(watcher.get("/actuator/health/liveness").status()).isEqualTo(200);
            long scraped = System.nanoTime();
            assertThat(watcher.get("/actuator/prometheus").body()).contains("\nreleve_ready 0.0\n");
            assertThat(since(scraped)).isLessThan(Duration.ofSeconds(5));
            for (String path : PAGES) {
                long asked = System.nanoTime();
                Page page = visitor.get(path);
                assertThat(page.status()).as(path).isEqualTo(503);
                assertThat(page.header("retry-after")).as(path).hasValue("10");
                assertThat(page.text()).as(path).contains("momentanément");
                assertThat(since(asked)).as(path).isLessThan(Duration.ofSeconds(5));
            }
            long strange = System.nanoTime();
            assertThat(new Visitor(portOf(portal)).get("/connexion").status())
                    .as("without a session")
                    .isEqualTo(503);
            assertThat(since(strange)).isLessThan(Duration.ofSeconds(5));
            Duration down = since(stopped);
            List<ILoggingEvent> written = quiet(log);

            assertThat(written).hasSizeBetween(1, (int) down.toSeconds() + 2);
            assertThat(written).allMatch(it -> it.getThrowableProxy() == null);
            assertThat(written)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .allMatch(it -> it.startsWith("The database does not answer: "));

            server = start(port);
            Awaitility.await("the portal works again")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> visitor.get("/connexion").status() == 200
                            && watcher.get("/actuator/health/readiness").status() == 200);
        } finally {
            server.close();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static ConfigurableApplicationContext start(String url) {
        Logins.create(new Login(url, "postgres", "postgres"));
        Login portal = Logins.portal(url);
        Login owner = Logins.owner(url);
        return SpringApplication.run(
                ReleveApplication.class,
                "--server.port=0",
                "--management.server.port=0",
                "--spring.main.lazy-initialization=true",
                "--spring.datasource.url=" + portal.url(),
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.port=1");
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    private static int portOf(ConfigurableApplicationContext portal) {
        return ((ServletWebServerApplicationContext) portal).getWebServer().getPort();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root().addAppender(log);
        return log;
    }

    /** Ends the listening. */
    private static List<ILoggingEvent> quiet(ListAppender<ILoggingEvent> log) {
        root().detachAppender(log);
        // The embedded server logs what its own commands print.
        return new ArrayList<>(log.list)
                .stream()
                        .filter(it -> !it.getLoggerName().startsWith("io.zonky"))
                        .toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
