package ca.releve.testing;

import ca.releve.testing.TestDatabase.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The logins of a PostgreSQL server of the tests, created by the same script as in a deployment. */
public final class Logins {

    private static final Path SCRIPT = Path.of("src/main/docker/database.sql");
    private static final String OWNER_PASSWORD = "le-mot-de-la-proprietaire";
    private static final String PORTAL_PASSWORD = "le-mot-du-portail";

    private Logins() {}

    /** Creates the logins of the owner and of the portal; the owner gets the database of this login. */
    public static void create(Login superuser) {
        String database = superuser.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        client(superuser).sql(script().replace(":\"DBNAME\"", database)).update();
    }

    public static Login portal(String url) {
        return new Login(url, "releve", PORTAL_PASSWORD);
    }

    public static Login owner(String url) {
        return new Login(url, "releve_owner", OWNER_PASSWORD);
    }

    public static JdbcClient client(Login login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT)
                    .replaceAll("(?m)^\\\\.*$", "")
                    .replace(":'owner_password'", "'" + OWNER_PASSWORD + "'")
                    .replace(":'portal_password'", "'" + PORTAL_PASSWORD + "'");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
