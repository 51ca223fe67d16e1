package ca.releve.load;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another session locks a table, as a migration or a person with psql would. */
@PortalTest
@Covers("OPS-03")
class LockedTableTests {

    private static final int CROWD = 8;

    @Autowired
    World world;

    @Test
    void theLoginsHaveTimeouts() {
        String url = TestDatabase.details().getJdbcUrl();

        assertThat(timeouts(TestDatabase.portal(url))).containsExactly("10s", "3s", "30s");
        assertThat(timeouts(TestDatabase.owner(url))).containsExactly("0", "30s", "10min");
    }

    @Test
    @Tag("long")
    void pagesThatDoNotNeedTheTableAnswerAndTheOthersSayToTryAgain() throws Exception {
        List<Visitor> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(world.signedIn(world.client().account()));
        }
        Visitor manager = world.signedIn(world.client().account());
        Visitor staff = world.signedIn(world.administrator());
        Login owner = TestDatabase.owner(TestDatabase.details().getJdbcUrl());
        try (Connection other = DriverManager.getConnection(owner.url(), owner.username(), owner.password())) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table replacement_request in access exclusive mode");
            // The first page of all waits for the numbers of its menu.
            staff.get("/admin/reglages");

            long start = System.nanoTime();
            List<Duration> others = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                CompletableFuture<List<Page>> needing = CompletableFuture.supplyAsync(() -> list(crowd));
                while (!needing.isDone()) {
                    others.add(took(manager, "/mon-compte", 200));
                    others.add(took(staff, "/admin/clients", 200));
                }
                assertThat(needing.get()).allSatisfy(page -> {
                    assertThat(page.status()).isEqualTo(503);
                    assertThat(page.header("retry-after")).isPresent();
                });
            }
            assertThat(took(manager, "/remplacements", 503)).isLessThan(Duration.ofSeconds(5));
            // Every ten seconds one page tries the numbers of the menu again.
            Duration all = Duration.ofNanos(System.nanoTime() - start);
            assertThat(others).hasSizeGreaterThan(10).allMatch(it -> it.compareTo(Duration.ofSeconds(5)) < 0);
            assertThat(others)
                    .filteredOn(it -> it.compareTo(Duration.ofSeconds(2)) >= 0)
                    .hasSizeLessThanOrEqualTo(1 + (int) all.dividedBy(10).toSeconds());
        }
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    private static List<Page> list(List<Visitor> crowd) {
        try {
            return AtOnce.run(CROWD, i -> () -> crowd.get(i).get("/remplacements"));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Duration took(Visitor visitor, String path, int status) {
        long start = System.nanoTime();
        assertThat(visitor.get(path).status()).as(path).isEqualTo(status);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<String> timeouts(Login login) {
        return List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout").stream()
                .map(name -> TestDatabase.client(login)
                        .sql("show " + name)
                        .query(String.class)
                        .single())
                .toList();
    }
}
