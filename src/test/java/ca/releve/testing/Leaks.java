package ca.releve.testing;

import ca.releve.testing.Secrets.Kind;
import ca.releve.testing.TestDatabase.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Searches a dump of the database and the log for the secrets that the tests of this fork used. */
public final class Leaks {

    /** The number of secrets of each kind. */
    public static final String LOOKED_FOR = "secrets";

    /** The secrets in the database. */
    public static final String IN_THE_DATABASE = "secrets-in-the-database";

    /** The secrets in the log. */
    public static final String IN_THE_LOG = "secrets-in-the-log";

    private Leaks() {}

    static void lookAtTheEnd() {
        EndOfFork.look(LOOKED_FOR, () -> Secrets.used().entrySet().stream()
                .filter(kind -> !kind.getValue().isEmpty())
                .map(kind -> kind.getKey() + " " + kind.getValue().size())
                .toList());
        EndOfFork.look(IN_THE_DATABASE, Leaks::inTheDatabase);
        EndOfFork.look(IN_THE_LOG, Leaks::inTheLog);
    }

    public static List<String> inTheDatabase() throws SQLException, IOException {
        Map<Kind, Set<String>> secrets = new EnumMap<>(Secrets.used());
        secrets.remove(Kind.MAIL);
        SecretScanner scanner = new SecretScanner(secrets);
        dumpInto(scanner);
        return scanner.found();
    }

    public static List<String> inTheLog() throws IOException {
        SecretScanner scanner = new SecretScanner(Secrets.used());
        Files.copy(RunLog.FILE, scanner.in("the log"));
        return scanner.found();
    }

    /** @return the tables that were read, which are all tables */
    public static List<String> dumpInto(SecretScanner scanner) throws SQLException, IOException {
        Login superuser = TestDatabase.superuser(TestDatabase.details().getJdbcUrl());
        try (Connection connection =
                DriverManager.getConnection(superuser.url(), superuser.username(), superuser.password())) {
            List<String> tables = tables(connection);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                copy.copyOut("copy " + table + " to stdout", scanner.in(table));
            }
            return tables;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select oid::regclass::text from pg_class
                         where relkind = 'r' and relnamespace not in ('pg_catalog'::regnamespace,
                                 'information_schema'::regnamespace)
                         order by 1
                        """)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
