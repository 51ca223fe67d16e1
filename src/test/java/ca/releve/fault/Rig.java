package ca.releve.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.load.run.App;
import ca.releve.load.run.Deployment;
import ca.releve.testing.Logins;
import ca.releve.testing.ScriptedMailServer;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** A database with some managers and a mail server, and instances of the packaged portal in JVMs of their own. */
final class Rig implements AutoCloseable {

    static final int MANAGERS = 4;

    /** Deliveries that an instance makes at the same time. */
    static final int MAIL_THREADS = 4;

    private static final String DOMAIN = "portail.example.test";
    private static final String PHRASE = "la marée monte à midi";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path directory;
    private final FaultDatabase database;
    private final ScriptedMailServer mails = new ScriptedMailServer();
    private final List<Instance> instances = new ArrayList<>();

    private Rig(Path directory, FaultDatabase database) throws IOException {
        this.directory = directory;
        this.database = database;
    }

    /** @param name of a directory below {@code target/fault} */
    static Rig create(String name) throws IOException {
        Path directory = Path.of("target", "fault", name);
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectories(directory);
        Rig rig = new Rig(directory, FaultDatabase.create(directory.resolve("postgres")));
        rig.fill();
        return rig;
    }

    Path directory() {
        return directory;
    }

    FaultDatabase database() {
        return database;
    }

    ScriptedMailServer mails() {
        return mails;
    }

    Instance start(String... settings) throws Exception {
        return startOn(database.url(), Deployment.freePort(), settings);
    }

    /** Starts an instance and waits for its first page. */
    Instance startOn(String url, int port, String... settings) throws Exception {
        int managementPort = Deployment.freePort();
        Login portal = Logins.portal(url);
        Login owner = Logins.owner(url);
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "@" + Path.of("src", "main", "docker", "jvm.options"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Deployment.packagedJar().toString(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--spring.datasource.url=" + portal.url(),
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.port(),
                "--spring.mail.properties.mail.smtp.starttls.required=false",
                "--releve.base-url=https://" + DOMAIN,
                "--releve.trusted-proxy=127.0.0.1/32,::1/128",
                "--releve.mail.from=portail@example.test",
                "--releve.service.email=service@example.test",
                "--releve.service.privacy-contact=Rosalie Paquet"));
        command.addAll(List.of(settings));
        App app = App.start(command, port, "/connexion", directory.resolve("portal-" + port + ".log"));
        Instance instance = new Instance(app, managementPort);
        synchronized (instances) {
            instances.add(instance);
        }
        return instance;
    }

    /** Managers of as many clients, signed in. */
    List<Visitor> managers(int port) {
        List<Visitor> visitors = new ArrayList<>();
        for (int number = 1; number <= MANAGERS; number++) {
            visitors.add(manager(number, port));
        }
        return visitors;
    }

    /** A manager besides those of {@link #managers}. */
    Visitor anotherManager(int port) {
        return manager(MANAGERS + 1, port);
    }

    /** @param number of the manager, from 1 */
    static String email(int number) {
        return "direction" + number + "@example.test";
    }

    private static Visitor manager(int number, int port) {
        Visitor visitor = new Visitor(port);
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", email(number), "password", PHRASE));
        assertThat(visitor.get("/remplacements").status()).isEqualTo(200);
        return visitor;
    }

    /**
     * Waits until all mails have left, and checks that each was taken.
     *
     * @param interruptions how many times deliveries were interrupted after the mail server took a mail and before that was stored:
     *     each thread may then send one mail again, with the same Message-ID
     */
    void awaitMails(JdbcClient data, int interruptions) {
        Awaitility.await("all mails have left")
                .atMost(Duration.ofMinutes(2))
                .until(() -> data.sql("select count(*) from outgoing_mail where status <> 'SENT'")
                                .query(Long.class)
                                .single()
                        == 0);
        List<String> sent = data.sql("select '<' || id || '@" + DOMAIN + ">' from outgoing_mail")
                .query(String.class)
                .list();
        List<String> taken = mails.taken();
        assertThat(new HashSet<>(taken)).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(taken.size() - sent.size()).isBetween(0, interruptions * MAIL_THREADS);
    }

    @Override
    public void close() throws IOException {
        instances.forEach(Instance::close);
        mails.close();
        database.close();
    }

    private void fill() throws IOException {
        Login owner = Logins.owner(database.url());
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .load()
                .migrate();
        String hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PHRASE);
        String script = new ClassPathResource("fault/managers.sql").getContentAsString(StandardCharsets.UTF_8);
        database.client()
                .sql(script)
                .param("managers", MANAGERS + 1)
                .param("hash", hash)
                .update();
    }
}
