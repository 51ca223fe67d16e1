package ca.releve.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.releve.ReleveApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Starts the portal as {@code ./mvnw spring-boot:run} does. */
@Tag("long")
class LocalPortalTests {

    private static final Duration TIME_TO_RECOVER = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext portal;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        portal = SpringApplication.run(
                ReleveApplication.class,
                "--spring.profiles.active=local",
                "--releve.local.folder=" + folder,
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mail.port=" + freePort());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void thePortalRecoversWhenTheDatabaseIsKilled() throws IOException {
        assertThat(statusOfSignIn()).isEqualTo(200);
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

        server.destroyForcibly();
        server.onExit().join();

        await().atMost(TIME_TO_RECOVER).until(() -> statusOfSignIn() == 200);
    }

    @Test
    void anEditedTemplateIsShownAtTheNextRequest() {
        assertThat(portal.getBean(SpringResourceTemplateResolver.class).isCacheable())
                .isFalse();
    }

    @Test
    void theDemonstrationHasTwoNathaliesACancelledTodayAWithdrawnAndARenamed() {
        assertThat(count("substitute where first_name = 'Nathalie' and last_name = 'Tremblay' and mark <> ''"))
                .isEqualTo(2);
        assertThat(count("notice where kind = 'CANCELLED' and channel = 'CALL' and called_at is null"))
                .isPositive();
        assertThat(count("history_entry where event = 'shift.released'")).isPositive();
        await().atMost(TIME_TO_RECOVER)
                .until(() -> count("replacement_request where search_text like '%odile%charles%'"
                                + " or search_text like '%charles%odile%'")
                        > 0);
    }

    private static int count(String rows) {
        return portal.getBean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    /** Requests a page that stores a session in the database. */
    private int statusOfSignIn() {
        String port = portal.getEnvironment().getProperty("local.server.port");
        URI page = URI.create("http://localhost:" + port + "/connexion");
        try {
            return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
