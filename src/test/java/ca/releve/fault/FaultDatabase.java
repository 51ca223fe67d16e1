package ca.releve.fault;

import ca.releve.testing.Logins;
import ca.releve.testing.TestDatabase.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that a test stops, stills and kills. Each commit waits for the disk. */
final class FaultDatabase implements AutoCloseable {

    /** The name of a replica in {@code synchronous_standby_names}. */
    static final String STANDBY = "standby";

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "wal_level", "replica",
            "max_wal_senders", "10",
            "max_connections", "100");

    private final Path data;
    private EmbeddedPostgres server;
    private int port;

    private FaultDatabase(Path data) {
        this.data = data;
    }

    /** A new server with the logins of the portal. */
    static FaultDatabase create(Path data) throws IOException {
        FileSystemUtils.deleteRecursively(data);
        FaultDatabase database = new FaultDatabase(data);
        database.start();
        Logins.create(database.superuser());
        return database;
    }

    /** A replica, not started yet, of a server that was stopped in order. */
    FaultDatabase copyAsReplica(Path copy) throws IOException {
        FileSystemUtils.deleteRecursively(copy);
        FileSystemUtils.copyRecursively(data, copy);
        // PostgreSQL refuses a data directory that others may read.
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=%s'%n"
                        .formatted(port, STANDBY),
                StandardOpenOption.APPEND);
        return new FaultDatabase(copy);
    }

    void start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1));
        SETTINGS.forEach(builder::setServerConfig);
        server = builder.start();
        port = server.getPort();
    }

    /** Stops in order: the data directory may be copied. */
    void stop() throws IOException {
        server.close();
    }

    /** Stops without any order, as a crash of the machine does. */
    void crash() throws Exception {
        ProcessHandle postmaster = postmaster();
        signal("QUIT", List.of(postmaster));
        postmaster.onExit().get();
        server.close();
    }

    /** Keeps all connections and answers nothing until {@link #goOn}, as a network that drops packets. */
    void fallSilent() throws Exception {
        signal("STOP", processes());
    }

    void goOn() throws Exception {
        signal("CONT", processes());
    }

    /** Kills the process of one connection of the portal; the server ends all connections and recovers. */
    void killBackend() throws Exception {
        long pid = client().sql("select pid from pg_stat_activity where usename = 'releve' limit 1")
                .query(Long.class)
                .single();
        signal("KILL", List.of(ProcessHandle.of(pid).orElseThrow()));
        awaitAnswer();
    }

    void awaitAnswer() {
        Awaitility.await("the database answers")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> client().sql("select true").query(Boolean.class).single());
    }

    int port() {
        return port;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Login superuser() {
        return new Login(url(), "postgres", "postgres");
    }

    JdbcClient client() {
        return Logins.client(superuser());
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data);
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private List<ProcessHandle> processes() throws IOException {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        Stream<String> pids = processes.stream().map(it -> String.valueOf(it.pid()));
        new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + name), pids).toList())
                .start()
                .waitFor();
    }
}
