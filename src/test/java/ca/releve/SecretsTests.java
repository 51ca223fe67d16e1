package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.Leaks;
import ca.releve.testing.PortalTest;
import ca.releve.testing.RunLog;
import ca.releve.testing.SecretScanner;
import ca.releve.testing.Secrets;
import ca.releve.testing.Secrets.Kind;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A stolen dump or log gives no access (H12): neither contains a password, a mailed token or a session that the tests of this
 * fork have used so far. {@link EndOfRunTests} checks all forks after they have ended.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsTests {

    private static final String KEY = "pX9-fQ2_mL7kV0bZ4tR8nC1sW6yD3aH5gJ7uE9oI2_A";

    @Autowired
    World world;

    @BeforeAll
    void signUpAndSignIn() {
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
        world.withPassword(world.client().account()).get("/remplacements");
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
    void theDatabaseDumpContainsNoSecretOfThisFork() throws SQLException, IOException {
        assertThat(Leaks.inTheDatabase()).isEmpty();
    }

    @Test
    @Covers("OPS-14")
    void theLogContainsNoSecretOfThisFork() throws IOException {
        Account account = world.client().account();
        world.signedIn(account);

        assertThat(RunLog.FILE).content().contains("authn_login_success account=" + account.id());
        assertThat(Leaks.inTheLog()).isEmpty();
    }

    @Test
    void theScannerReadsEveryTable() throws SQLException, IOException {
        Account account = world.client().account();
        SecretScanner scanner =
                new SecretScanner(Map.of("ADDRESS", Set.of(account.email()), "EVENT", Set.of("authn_login_success")));
        List<String> tables = Leaks.dumpInto(scanner);

        assertThat(tables).contains("account", "account_token", "outgoing_mail", "spring_session_attributes");
        assertThat(scanner.found())
                .anySatisfy(it -> assertThat(it).startsWith("ADDRESS " + account.email() + " in account"))
                .anySatisfy(it -> assertThat(it).startsWith("EVENT authn_login_success in security_event"));
    }
}
