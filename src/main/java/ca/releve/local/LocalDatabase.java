package ca.releve.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of the profile {@code local}. Its data are in a folder of the checkout and survive a restart, also
 * after a {@code kill -9} of the portal or of the server. A server that exits is started again on the same port.
 */
final class LocalDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalDatabase.class);

    /** The login that owns the tables. */
    static final String OWNER = "postgres";

    /** The login of the portal, which owns nothing, as in a deployment. */
    static final String PORTAL = "releve";

    private static final String CREATE_LOGIN = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'releve_portal') then
                    create role releve_portal nologin;
                end if;
                if not exists (select from pg_roles where rolname = 'releve') then
                    create role releve login in role releve_portal;
                end if;
                alter role releve set statement_timeout = '10s';
                alter role releve set lock_timeout = '3s';
                alter role releve set idle_in_transaction_session_timeout = '30s';
            end $$
            """;

    private static final int ANY_FREE_PORT = 0;
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path data;
    private final Path binaries;
    private final FileChannel lockFile;
    private final PostgresProcesses processes;
    private EmbeddedPostgres server;
    private boolean closed;

    private LocalDatabase(Path folder, FileChannel lockFile) {
        this.data = folder.resolve("postgres");
        this.binaries = folder.resolve("binaries");
        this.lockFile = lockFile;
        this.processes = new PostgresProcesses(data);
    }

    /** @throws IllegalStateException if another portal uses the folder */
    static LocalDatabase start(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            LocalDatabase database = new LocalDatabase(folder, lock(folder));
            try {
                database.start(clock);
                return database;
            } catch (IOException | RuntimeException failure) {
                database.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void start(Clock clock) throws IOException {
        processes.stopServer();
        server = startServer(ANY_FREE_PORT);
        if (!hasTheMigrationsOfThisVersion()) {
            server.close();
            setDataAside(clock);
            server = startServer(ANY_FREE_PORT);
        }
        createLogin();
        processes.whenServerExits(this::startAgain);
    }

    private EmbeddedPostgres startServer(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Spring closes this bean after the beans that write to the database.
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPGStartupWait(TIME_TO_START)
                .setServerConfig("timezone", "UTC")
                // The library turns both settings off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** Called when the server has exited, whether or not it was stopped. */
    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        log.warn("The local PostgreSQL has stopped; starting it again");
        int port = server.getPort();
        try {
            server.close();
            server = startServer(port);
            processes.whenServerExits(this::startAgain);
            log.warn("The local PostgreSQL is running again");
        } catch (IOException | RuntimeException failure) {
            log.error("The local PostgreSQL does not start again; restart the portal", failure);
        }
    }

    /** Validates like Flyway before it migrates: pending migrations are allowed, applied ones must be equal. */
    private boolean hasTheMigrationsOfThisVersion() {
        return Flyway.configure()
                .dataSource(url(), OWNER, OWNER)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load()
                .validateWithResult()
                .validationSuccessful;
    }

    private void setDataAside(Clock clock) throws IOException {
        Path aside = data.resolveSibling("postgres-before-" + SUFFIX.format(clock.instant()));
        Files.move(data, aside);
        log.warn(
                "The local data are of another version of the portal: they are now in {}, and the portal starts with new "
                        + "demonstration data",
                aside);
    }

    private void createLogin() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE_LOGIN);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (server != null) {
            server.close();
        }
        lockFile.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException lockedByThisProcess) {
            log.debug("The folder {} is locked by this process", folder);
        }
        channel.close();
        throw new IllegalStateException("Another portal is running from this checkout; stop it first.");
    }
}
