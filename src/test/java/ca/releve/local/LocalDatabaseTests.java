package ca.releve.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class LocalDatabaseTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-30T17:00:00Z"), ZoneOffset.UTC);
    private static final Duration SECONDS = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private Clock clock = NOON;
    private String url;

    @Test
    void aCommittedTransactionIsDurable() {
        run(database -> assertThat(
                        database.sql("select current_setting('fsync') || ' ' || current_setting('synchronous_commit')")
                                .query(String.class)
                                .single())
                .isEqualTo("on on"));
    }

    @Test
    void aServerThatIsKilledStartsAgainWithItsData(CapturedOutput output) {
        run(database -> {
            database.sql("create table kept as select 1 as one").update();

            serverProcess().destroyForcibly();

            await().atMost(SECONDS).until(() -> output.getAll().contains("is running again"));
            assertThat(database.sql("select one from kept").query(Integer.class).single())
                    .isOne();
        });
        assertThat(Files.exists(folder.resolve("postgres/postmaster.pid"))).isFalse();
    }

    @Test
    void anOrphanedServerIsStopped() throws IOException {
        try (EmbeddedPostgres leftBehind = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .start()) {
            ProcessHandle server = serverProcess();
            assertThat(leftBehind.getPort()).isPositive();

            new PostgresProcesses(folder.resolve("postgres")).stopServer();

            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void onlyOnePortalCanUseTheFolder() {
        run(database -> assertThatThrownBy(() -> LocalDatabase.start(folder, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Another portal is running from this checkout; stop it first."));
    }

    @Test
    void dataOfAnotherVersionAreSetAsideWithAWarning(CapturedOutput output) {
        run(database -> {
            empty(database);
            flyway("classpath:db/migration").migrate();
        });
        run(database -> {
            assertThat(tables(database)).contains("replacement_request");
            database.sql("update flyway_schema_history set checksum = 1 where version = '0050'")
                    .update();
        });
        assertThat(output).doesNotContain("another version");
        int before = output.getAll().length();

        run(database -> assertThat(tables(database)).isEmpty());

        assertThat(folder.resolve("postgres-before-2026-11-30-170000/PG_VERSION"))
                .exists();
        assertThat(output.getAll().substring(before).lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains("The local data are of another version of the portal: they are now in " + folder);
        assertThat(output.getAll().substring(before)).doesNotContain("\tat ");
    }

    @Test
    void dataFromBeforeTheMigrationsWereJoinedAreSetAside() {
        clock = Clock.offset(NOON, Duration.ofDays(1));
        run(database -> {
            empty(database);
            flyway("filesystem:" + earlierMigrations()).migrate();
            assertThat(tables(database)).contains("from_before");
        });

        run(database -> assertThat(tables(database)).isEmpty());
    }

    private String earlierMigrations() {
        try {
            Path migrations = Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(migrations.resolve("V0001__history_and_submissions.sql"), "create table from_before ()");
            Files.writeString(migrations.resolve("V0002__catalog_and_clients.sql"), "create table from_before_too ()");
            return migrations.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(Consumer<JdbcClient> something) {
        try (LocalDatabase database = LocalDatabase.start(folder, clock)) {
            url = database.url();
            something.accept(
                    JdbcClient.create(new DriverManagerDataSource(url, LocalDatabase.OWNER, LocalDatabase.OWNER)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Flyway flyway(String location) {
        return Flyway.configure()
                .dataSource(url, LocalDatabase.OWNER, LocalDatabase.OWNER)
                .locations(location)
                .load();
    }

    private static void empty(JdbcClient database) {
        database.sql("drop schema public cascade; create schema public").update();
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private ProcessHandle serverProcess() {
        try {
            String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
