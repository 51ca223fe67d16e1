package ca.releve.load.run;

import ca.releve.load.LoadDatabase;
import ca.releve.testing.Logins;
import ca.releve.testing.TestDatabase.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL server of the load run. Its data are deleted at the end. */
final class LoadServer implements AutoCloseable {

    private static final Path DATA = Path.of("target", "load", "postgres");
    private static final String OF_BARE_APP = "bare";

    private EmbeddedPostgres server;

    private LoadServer() {}

    static LoadServer start() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
        LoadServer load = new LoadServer();
        load.start(false);
        Logins.create(load.superuser("postgres"));
        load.admin().sql("create extension pg_stat_statements").update();
        return load;
    }

    /** @param durable whether each commit waits for the disk, as in a deployment; without it the server is filled sooner */
    private void start(boolean durable) throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(DATA)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("timezone", "UTC")
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .setServerConfig("wal_level", durable ? "replica" : "minimal")
                .setServerConfig("max_wal_senders", durable ? "10" : "0")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_planning", "on")
                .start();
    }

    /** Starts the filled server once more, with settings that lose no commit. */
    void becomeDurable() throws IOException {
        admin().sql("checkpoint").update();
        server.close();
        start(true);
    }

    /** Creates a database of the portal with a service of this size. */
    void createPortalDatabase(String name, int requests) {
        admin().sql("create database " + name + " owner releve_owner").update();
        Login owner = Logins.owner(url(name));
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .load()
                .migrate();
        LoadDatabase.fill(client(name), requests);
        client(name).sql("vacuum analyze").update();
    }

    /** Creates the database of the bare app. */
    void createBareDatabase(int requests) throws IOException {
        admin().sql("create database " + OF_BARE_APP).update();
        String script = new ClassPathResource("load/bare/schema.sql").getContentAsString(StandardCharsets.UTF_8);
        client(OF_BARE_APP)
                .sql(script.replace(":requests", String.valueOf(requests)))
                .update();
        client(OF_BARE_APP).sql("vacuum analyze").update();
    }

    Login bare() {
        return new Login(url(OF_BARE_APP), "bare", "bare");
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    JdbcClient client(String database) {
        return Logins.client(superuser(database));
    }

    JdbcClient admin() {
        return client("postgres");
    }

    private Login superuser(String database) {
        return new Login(url(database), "postgres", "postgres");
    }

    /** Processor time of the processes that serve connections now. */
    Duration cpu() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(DATA.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(DATA);
    }
}
