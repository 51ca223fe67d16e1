package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.RunLog;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The management endpoints are on a separate port, which has health and metrics only. */
@PortalTest
class ManagementPortTests {

    private static final List<String> WATCHING = List.of(
            "/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env", "/livez", "/readyz", "/health");

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Value("${local.management.port}")
    int port;

    @Test
    @Covers("WEB-16")
    void theMainPortHasNoManagementEndpoint() {
        Visitor administrator = world.signedIn(world.administrator());
        Visitor stranger = world.stranger();
        for (String path : WATCHING) {
            assertThat(administrator.get(path).status())
                    .as(path)
                    .isEqualTo(administrator.get("/n/existe/pas").status())
                    .isGreaterThanOrEqualTo(400);
            assertThat(stranger.get(path).location())
                    .as(path)
                    .isEqualTo(stranger.get("/n/existe/pas").location());
            assertThat(stranger.page().body()).as(path).doesNotContain("UP", "status\"");
        }
        assertThat(handlers.all()).noneMatch(handler -> WATCHING.stream().anyMatch(handler.pattern()::startsWith));
    }

    @Test
    @Covers("WEB-16")
    void theManagementPortHasHealthAndMetricsOnly() {
        Visitor watcher = new Visitor(port).with("Accept", "application/json");
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            Page health = watcher.get(path);
            assertThat(health.status()).as(path).isEqualTo(200);
            assertThat(health.body())
                    .as(path)
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("details", "PostgreSQL", "free");
        }
        for (String path : List.of(
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/beans",
                "/actuator/mappings",
                "/actuator/metrics",
                "/actuator/shutdown",
                "/actuator/scheduledtasks")) {
            assertThat(watcher.get(path).status()).as(path).isIn(302, 403, 404);
        }
    }

    @Test
    @Covers("WEB-16")
    void anUnknownPathOfTheManagementPortIsNotFoundAndLeavesNoTrace() throws IOException {
        Visitor watcher = new Visitor(port);
        long before = Files.size(RunLog.FILE);

        for (String path : List.of(
                "/",
                "/n/existe/pas",
                "/remplacements",
                "/connexion",
                "/actuator",
                "/actuator/n-existe-pas",
                "/actuator/health/n-existe-pas")) {
            Page answer = watcher.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain("Exception", "at ca.releve");
        }
        byte[] log = Files.readAllBytes(RunLog.FILE);
        assertThat(new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8))
                .doesNotContain("WARN", "ERROR", "\tat ");
    }
}
