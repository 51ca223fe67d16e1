package ca.releve.account;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.ClientManager;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

    private static final String LOGGER = "ca.releve.security";
    private static final String SECRET = "un secret qui ne doit pas fuir";

    @Autowired
    World world;

    @Autowired
    SecurityLog securityLog;

    @BeforeEach
    void enableTheLog() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LOGGER, LogLevel.INFO);
    }

    @AfterEach
    void resetTheLogLevel() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LOGGER, null);
    }

    @Test
    void signInsAndRefusalsAreLoggedWithoutTheInput(CapturedOutput log) {
        Account account = world.client().account();
        String unknown = world.email("inconnue").original();

        String address = signIn(account.email(), World.PASSWORD);
        signIn(account.email(), SECRET);
        signIn(unknown, SECRET);

        assertThat(log)
                .contains("authn_login_success account=" + account.id() + " address=" + address)
                .contains("authn_login_fail account=" + account.id() + " reason=BadCredentialsException")
                .contains("authn_login_fail account=unknown reason=BadCredentialsException")
                .doesNotContain(SECRET)
                .doesNotContain(World.PASSWORD)
                .doesNotContain(unknown);
    }

    @Test
    void aRefusedPageIsLoggedForASignedInUser(CapturedOutput log) {
        Account account = world.client().account();

        world.signedIn(account).get("/admin/demandes");
        world.stranger().get("/admin/demandes");

        assertThat(log).containsOnlyOnce("authz_fail account=" + account.id() + " path=/admin/demandes");
        assertThat(log.getOut().split("authz_fail")).hasSize(2);
    }

    @Test
    void anAccountIsLoggedFromItsCreationToItsConfirmationWithoutTheToken(CapturedOutput log) {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", manager.email(), "password", SECRET));
        World.SomeMail mail = world.mailTo(manager.email());
        visitor.get(mail.path());
        visitor.press("Confirmer mon compte");
        visitor.get(mail.path());

        assertThat(log)
                .contains("user_created account=")
                .contains("user_updated account=")
                .contains("authn_token_reuse account=unknown purpose=CONFIRMATION")
                .doesNotContain(mail.token())
                .doesNotContain(SECRET)
                .doesNotContain(manager.email());
    }

    @Test
    void aValueCannotForgeALogLine(CapturedOutput log) {
        securityLog.record("authz_fail", null, "path", "/x\r\nuser_created account=1");

        assertThat(log)
                .contains("authz_fail account=unknown path=/x__user_created_account_1")
                .doesNotContain("\nuser_created");
    }

    private String signIn(String email, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", email, "password", password));
        return visitor.address();
    }
}
