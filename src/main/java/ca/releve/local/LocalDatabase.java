package ca.releve.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder of the checkout, whose data survive restarts, also after a {@code kill -9}: the server that
 * was left behind by a killed portal is stopped first, and PostgreSQL recovers its data by itself.
 */
final class LocalDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalDatabase.class);

    /** The login that owns the tables. */
    static final String OWNER = "postgres";

    /** The login of the portal, which owns nothing, as in a deployment. */
    static final String PORTAL = "releve";

    /** Also for a folder that is older than the two logins. */
    private static final String LOGIN = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'releve_portal') then
                    create role releve_portal nologin;
                end if;
                if not exists (select from pg_roles where rolname = 'releve') then
                    create role releve login in role releve_portal;
                end if;
            end $$
            """;

    private static final int SECONDS_TO_STOP = 20;

    private final EmbeddedPostgres server;
    private final FileChannel lockFile;

    private LocalDatabase(EmbeddedPostgres server, FileChannel lockFile) {
        this.server = server;
        this.lockFile = lockFile;
    }

    /** @throws IllegalStateException if another portal uses the folder */
    static LocalDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile = lock(folder);
            Path data = folder.resolve("postgres");
            stopLeftBehind(data.resolve("postmaster.pid"));
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setServerConfig("timezone", "UTC")
                    .start();
            makeLogin(server);
            return new LocalDatabase(server, lockFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void makeLogin(EmbeddedPostgres server) throws IOException {
        try (Connection superuser = server.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute(LOGIN);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("Another portal is running from this checkout; stop it first.");
        }
        return channel;
    }

    private static void stopLeftBehind(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(LocalDatabase::stop);
        Files.deleteIfExists(pidFile);
    }

    private static void stop(ProcessHandle process) {
        log.info("Stopping the PostgreSQL that the last run left behind");
        process.destroy();
        try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception stillRunning) {
            process.destroyForcibly();
        }
    }
}
