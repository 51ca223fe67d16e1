package ca.releve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server of all tests: embedded, or a container with {@code -Dtest.database=container}. Its time zone is far from
 * that of Québec on purpose: nothing may depend on it (TIM-02). Its logins are created by the same script as in a deployment: the
 * portal's login owns nothing, and the owner's login migrates the schema.
 */
public final class TestDatabase {

    private static final String ZONE = "Pacific/Apia";
    private static final Login SUPERUSER = start();

    static {
        Logins.create(SUPERUSER);
        Leaks.lookAtTheEnd();
    }

    private TestDatabase() {}

    /** The login of the portal. */
    public static JdbcConnectionDetails details() {
        return portal(SUPERUSER.url());
    }

    /** The login that migrates the schema. */
    public static FlywayConnectionDetails owner() {
        return new Owner(owner(SUPERUSER.url()));
    }

    /** Runs statements as the owner of the schema, which the portal's login may not run. */
    public static JdbcClient asOwner() {
        return client(owner(SUPERUSER.url()));
    }

    public static Login portal(String url) {
        return Logins.portal(url);
    }

    public static Login owner(String url) {
        return Logins.owner(url);
    }

    /** The superuser of the server, which neither the portal nor its migrations use. */
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
        return Logins.client(login);
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

    /** The address and the credentials of a database. */
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
