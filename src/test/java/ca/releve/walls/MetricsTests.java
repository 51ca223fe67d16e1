package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.signin.Doors;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Scrape;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The metrics that Prometheus reads on the management port. */
@PortalTest
@Covers("OPS-15")
class MetricsTests {

    @Autowired
    World world;

    @Value("${local.management.port}")
    int port;

    private Visitor manager;
    private SomeClient client;

    @BeforeEach
    void signIn() {
        client = world.client();
        manager = world.signedIn(client.account());
    }

    @Test
    void pagesPoolWorkSecurityAndJvmAreMeasured() {
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);

        Scrape scrape = Scrape.of(port);

        assertThat(scrape.names())
                .contains(
                        "http_server_requests_seconds_count",
                        "http_server_requests_seconds_bucket",
                        "hikaricp_connections_active",
                        "hikaricp_connections_pending",
                        "hikaricp_connections_max",
                        "hikaricp_connections_timeout_total",
                        "releve_mail_oldest_seconds",
                        "releve_mail_failed",
                        "releve_task_lag_seconds",
                        "releve_ready",
                        "releve_security_events_total",
                        "releve_foreign_ids_total",
                        "jvm_memory_used_bytes",
                        "jvm_gc_pause_seconds_count",
                        "process_cpu_usage",
                        "disk_free_bytes");
        assertThat(scrape.value("releve_ready")).isEqualTo(1);
        assertThat(scrape.value("hikaricp_connections_max")).isEqualTo(10);
    }

    /** A series for each id or typed path would fill the memory of the portal and of Prometheus. */
    @Test
    void pagesAreMeasuredByRouteAndNoTagHoldsAnId() {
        UUID unknown = UUID.randomUUID();
        manager.get("/remplacements/" + unknown);
        manager.get("/n/existe/" + unknown);
        world.stranger().get("/compte/confirmation/" + unknown);

        Scrape scrape = Scrape.of(port);

        assertThat(scrape.value("http_server_requests_seconds_count", "uri=\"/remplacements/{id}\"", "status=\"404\""))
                .isPositive();
        assertThat(scrape.lines())
                .noneMatch(line -> line.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"))
                .noneMatch(line -> line.contains("/n/existe"))
                .noneMatch(line -> line.contains("@"));
    }

    @Test
    void failedSignInsLocksAndIdsOfOthersAreCounted() {
        Scrape before = Scrape.of(port);
        int failures = SecurityDoc.number("SIGN_IN_FREE_FAILURES") + 1;

        Doors.fail(world, client.account().email(), failures);
        manager.get("/remplacements/" + UUID.randomUUID());

        Scrape after = Scrape.of(port);
        assertThat(grown(before, after, "releve_security_events_total", "event=\"authn_login_fail\""))
                .isGreaterThanOrEqualTo(failures);
        assertThat(grown(before, after, "releve_security_events_total", "event=\"authn_login_lock\""))
                .isPositive();
        assertThat(grown(before, after, "releve_foreign_ids_total")).isPositive();
    }

    private static double grown(Scrape before, Scrape after, String name, String... tags) {
        return after.value(name, tags) - before.value(name, tags);
    }
}
