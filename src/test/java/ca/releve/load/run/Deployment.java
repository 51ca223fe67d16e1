package ca.releve.load.run;

import ca.releve.testing.Logins;
import ca.releve.testing.TestDatabase.Login;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the packaged portal as in a deployment, and the bare app on the same libraries. Both are extracted from their jar, as
 * the image is.
 */
public final class Deployment {

    /** How an application is started. */
    enum Form {
        /** From the packaged jar; the portal only. */
        JAR,
        /** From the extracted jar. */
        EXTRACTED,
        /** From the extracted jar, while the JVM writes its cache at the end. */
        TRAINING,
        /** From the extracted jar with the cache of an earlier run. */
        CACHED
    }

    static final int CACHE_SINCE_JAVA = 25;

    private static final Path DIRECTORY = Path.of("target", "load");
    private static final Path EXTRACTED = DIRECTORY.resolve("portal");
    private static final Path BARE_JAR = EXTRACTED.resolve("bare.jar");
    private static final Path OPTIONS_OF_IMAGE = Path.of("src", "main", "docker", "jvm.options");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final LoadServer server;
    private final int mailPort;
    private final Path jar;

    private Deployment(LoadServer server, int mailPort, Path jar) {
        this.server = server;
        this.mailPort = mailPort;
        this.jar = jar;
    }

    static Deployment of(LoadServer server, int mailPort) throws IOException, InterruptedException {
        Path jar = packagedJar();
        run(
                JAVA,
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                EXTRACTED.toString());
        BareJar.write(BARE_JAR);
        return new Deployment(server, mailPort, jar);
    }

    App portal(String database, String heap, Form form) throws IOException, InterruptedException {
        int port = freePort();
        Login portal = Logins.portal(server.url(database));
        Login owner = Logins.owner(portal.url());
        Path file = form == Form.JAR ? jar : EXTRACTED.resolve(jar.getFileName());
        List<String> command = java(heap, form, "portal.aot");
        command.addAll(List.of("-jar", file.toString()));
        command.addAll(List.of(
                "--server.port=" + port,
                "--management.server.port=" + freePort(),
                "--spring.datasource.url=" + portal.url(),
                "--spring.datasource.username=" + portal.username(),
                "--spring.datasource.password=" + portal.password(),
                "--spring.flyway.user=" + owner.username(),
                "--spring.flyway.password=" + owner.password(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailPort,
                "--releve.base-url=http://localhost:" + port,
                "--releve.mail.from=portail@example.test",
                "--releve.service.phone=418 555-0100",
                "--releve.service.privacy-contact=Rosalie Paquet"));
        return App.start(command, port, "/connexion", DIRECTORY.resolve("portal.log"));
    }

    App bare(String heap, Form form) throws IOException, InterruptedException {
        int port = freePort();
        Login login = server.bare();
        List<String> command = java(heap, form, "bare.aot");
        command.addAll(List.of(
                "-cp",
                BARE_JAR + ":" + EXTRACTED.resolve("lib") + "/*",
                "ca.releve.load.bare.BareApp",
                "--spring.config.location=classpath:/load/bare/bare.yml",
                "--server.port=" + port,
                "--spring.datasource.url=" + login.url(),
                "--spring.datasource.username=" + login.username(),
                "--spring.datasource.password=" + login.password()));
        return App.start(command, port, "/login", DIRECTORY.resolve("bare.log"));
    }

    private static List<String> java(String heap, Form form, String cache) {
        List<String> command = new ArrayList<>(List.of(JAVA, "@" + OPTIONS_OF_IMAGE, "-Xmx" + heap));
        Path file = DIRECTORY.resolve(cache);
        if (form == Form.TRAINING) {
            command.add("-XX:AOTCacheOutput=" + file);
        } else if (form == Form.CACHED) {
            command.add("-XX:AOTCache=" + file);
        }
        return command;
    }

    /** A port that nobody listens at. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static Path packagedJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("releve-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no packaged jar in target."));
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
        }
    }
}
