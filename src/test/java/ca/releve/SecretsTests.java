package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.RunLog;
import ca.releve.testing.SecretScanner;
import ca.releve.testing.Secrets;
import ca.releve.testing.Secrets.Kind;
import ca.releve.testing.TestDatabase;
import ca.releve.testing.TestDatabase.Login;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever steals a dump or a log gets into nothing: neither holds a password, a mailed key or a session that any test of the
 * run used (H12). Comes last, and does a little of everything itself, so that it says something on its own as well.
 */
@PortalTest
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTests {

    private static final String KEY = "pX9-fQ2_mL7kV0bZ4tR8nC1sW6yD3aH5gJ7uE9oI2_A";

    @Autowired
    World world;

    @BeforeAll
    void somebodyGoesThroughTheDoors() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte",
                Map.of(
                        "firstName", "Nadia",
                        "lastName", "Benali",
                        "email", manager.email(),
                        "password", "un chat dort sur le clavier"));
        visitor.get(world.mailTo(manager.email()).path());
        world.signedIn(world.client().account()).get("/remplacements");
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", manager.email(), "password", "un autre chat dort ailleurs"));
        visitor.get("/compte/nouveau-mot-de-passe/" + KEY);
        assertThat(Secrets.used().get(Kind.PASSWORD)).contains("un chat dort sur le clavier", World.PASSWORD);
        assertThat(Secrets.used().get(Kind.SESSION)).isNotEmpty();
        assertThat(Secrets.used().get(Kind.TOKEN)).isNotEmpty();
        assertThat(Secrets.used().get(Kind.MAIL)).isNotEmpty();
    }

    @Test
    @Covers({"AUTH-06", "AUTH-10"})
    void aDumpOfTheDatabaseHoldsNoSecretOfTheRun() throws SQLException, IOException {
        Map<Kind, Set<String>> secrets = new EnumMap<>(Secrets.used());
        secrets.remove(Kind.MAIL);
        SecretScanner scanner = new SecretScanner(secrets);
        List<String> tables = dumpInto(scanner);

        assertThat(tables).contains("account", "account_token", "outgoing_mail", "spring_session_attributes");
        assertThat(scanner.found()).isEmpty();
    }

    @Test
    @Covers("OPS-14")
    void theLogHoldsNoSecretOfTheRun() throws IOException {
        Account account = world.client().account();
        world.signedIn(account);
        SecretScanner scanner = new SecretScanner(Secrets.used());
        Files.copy(RunLog.FILE, scanner.in("the log"));

        assertThat(RunLog.FILE).content().contains("authn_login_success account=" + account.id());
        assertThat(scanner.found()).isEmpty();
    }

    @Test
    void theScannerReadsEveryTable() throws SQLException, IOException {
        Account account = world.client().account();
        SecretScanner scanner =
                new SecretScanner(Map.of("ADDRESS", Set.of(account.email()), "EVENT", Set.of("authn_login_success")));
        dumpInto(scanner);

        assertThat(scanner.found())
                .anySatisfy(it -> assertThat(it).startsWith("ADDRESS " + account.email() + " in account"))
                .anySatisfy(it -> assertThat(it).startsWith("EVENT authn_login_success in security_event"));
    }

    /** @return the tables that were read: all there are */
    private static List<String> dumpInto(SecretScanner scanner) throws SQLException, IOException {
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
