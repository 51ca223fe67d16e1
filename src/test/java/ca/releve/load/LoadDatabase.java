package ca.releve.load;

import ca.releve.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a migrated, empty database with a service of a given size, by {@code load/service.sql}. */
public final class LoadDatabase {

    private LoadDatabase() {}

    /**
     * @param superuser of the database
     * @param requests how many requests the service has: 10,000 to 1,000,000
     */
    public static void fill(JdbcClient superuser, int requests) {
        superuser.sql(script().replace(":requests", String.valueOf(requests))).update();
    }

    static JdbcClient superuser(String url) {
        return TestDatabase.client(TestDatabase.superuser(url));
    }

    private static String script() {
        try {
            return new ClassPathResource("load/service.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
