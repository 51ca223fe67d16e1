package ca.releve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL of the tests, one for all of them: embedded, or a container with {@code -Dtest.database=container}. Its
 * wall clock is far from Québec on purpose: nothing may depend on it (TIM-02). Its logins are made by the script that the
 * README hands to whoever puts the portal into service: the portal's owns nothing, the owner's brings the schema.
 */
public final class TestDatabase {

    private static final String ZONE = "Pacific/Apia";
    private static final Path LOGINS = Path.of("src/main/docker/database.sql");
    private static final String OWNER_PASSWORD = "le-mot-de-la-proprietaire";
    private static final String PORTAL_PASSWORD = "le-mot-du-portail";
    private static final Login SUPERUSER = start();

    static {
        client(SUPERUSER)
                .sql(logins().replace(":\"DBNAME\"", nameOf(SUPERUSER.url())))
                .update();
    }

    private TestDatabase() {}

    /** What the portal answers pages with. */
    public static JdbcConnectionDetails details() {
        return portal(SUPERUSER.url());
    }

    /** What brings the schema up to date. */
    public static FlywayConnectionDetails owner() {
        return new Owner(owner(SUPERUSER.url()));
    }

    /** Statements of the schema's owner, for a test that does what the portal may not. */
    public static JdbcClient asOwner() {
        return client(owner(SUPERUSER.url()));
    }

    public static Login portal(String url) {
        return new Login(url, "releve", PORTAL_PASSWORD);
    }

    public static Login owner(String url) {
        return new Login(url, "releve_owner", OWNER_PASSWORD);
    }

    /** The superuser of the server, whom neither the portal nor its migrations ever are. */
    public static Login superuser(String url) {
        return new Login(url, SUPERUSER.username(), SUPERUSER.password());
    }

    /** @return the address of a new, empty database on the same server */
    public static String create() {
        String name = "portal_" + System.nanoTime();
        client(SUPERUSER).sql("create database " + name + " owner releve_owner").update();
        return SUPERUSER.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }

    public static JdbcClient client(Login login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
    }

    private static String logins() {
        try {
            return Files.readString(LOGINS)
                    .replaceAll("(?m)^\\\\.*$", "")
                    .replace(":'owner_password'", "'" + OWNER_PASSWORD + "'")
                    .replace(":'portal_password'", "'" + PORTAL_PASSWORD + "'");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nameOf(String url) {
        return url.replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
    }

    private static Login start() {
        if ("container".equals(System.getProperty("test.database"))) {
            PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                    .withCommand("postgres", "-c", "timezone=" + ZONE, "-c", "fsync=off");
            container.start();
            return new Login(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("timezone", ZONE)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Login("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A way into a database. */
    public record Login(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }

    private record Owner(Login login) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.username();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
