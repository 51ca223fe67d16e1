package ca.releve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL of the tests, one for all of them: embedded, or a container with {@code -Dtest.database=container}. Its
 * wall clock is far from Québec on purpose: nothing may depend on it (TIM-02).
 */
public final class TestDatabase {

    private static final String ZONE = "Pacific/Apia";
    private static final JdbcConnectionDetails DETAILS = start();

    private TestDatabase() {}

    public static JdbcConnectionDetails details() {
        return DETAILS;
    }

    private static JdbcConnectionDetails start() {
        if ("container".equals(System.getProperty("test.database"))) {
            PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                    .withCommand("postgres", "-c", "timezone=" + ZONE, "-c", "fsync=off");
            container.start();
            return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("timezone", ZONE)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Details(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Details(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}
