package ca.releve.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords that differ only in the encoding of accents are equal on every page; all others are different. */
@PortalTest
@Covers("AUTH-13")
class PasswordSpellingPagesTests {

    private static final String COMPOSED = "l\u2019\u00e9t\u00e9 sera tr\u00e8s chaud";
    private static final String DECOMPOSED = "l\u2019e\u0301te\u0301 sera tre\u0300s chaud";

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder passwords;

    @Test
    void composedAndDecomposedAccentsAreTheSamePassword() {
        ClientManager manager = world.knownManager();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", manager.email(), "password", COMPOSED));
        // Another device than that of the sign-up, which need not type it again.
        Visitor elsewhere = world.stranger();
        elsewhere.get(world.mailTo(manager.email()).path());
        elsewhere.press("Confirmer mon compte", Map.of("password", DECOMPOSED));
        assertThat(elsewhere.page().status()).isEqualTo(303);

        assertThat(opens(manager.email(), DECOMPOSED)).isTrue();
        assertThat(opens(manager.email(), COMPOSED)).isTrue();
    }

    @Test
    void aPasswordResetWithDecomposedAccentsMatchesComposedOnes() {
        Account account = world.client().account();
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", account.email()));
        visitor.get(world.mailTo(account.email()).path());
        visitor.press("Enregistrer le mot de passe", Map.of("password", DECOMPOSED));

        assertThat(opens(account.email(), COMPOSED)).isTrue();
    }

    @Test
    void passwordsAreSensitiveToAccentsAndCase() {
        Account account = with(COMPOSED);

        assertThat(opens(account.email(), "l\u2019ete sera tres chaud")).isFalse();
        assertThat(opens(account.email(), COMPOSED.replace('s', 'S'))).isFalse();
        // A compatibility form (NFKC) would replace the ligature by two letters.
        Account other = with("une \uFB01n de semaine calme");
        assertThat(opens(other.email(), "une fin de semaine calme")).isFalse();
    }

    @Test
    void leadingAndTrailingSpacesAreSignificant() {
        Account account = with(" le soleil de minuit ");

        assertThat(opens(account.email(), "le soleil de minuit")).isFalse();
        assertThat(opens(account.email(), " le soleil de minuit")).isFalse();
        assertThat(opens(account.email(), " le soleil de minuit ")).isTrue();
    }

    @Test
    void all128CharactersAreSignificant() {
        String start = "les framboises du jardin ".repeat(6).substring(0, 127);
        Account account = with(start + "x");

        assertThat(opens(account.email(), start + "y")).isFalse();
        assertThat(opens(account.email(), start)).isFalse();
        assertThat(opens(account.email(), start + "x")).isTrue();
    }

    private Account with(String password) {
        Account account = world.client().account();
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(passwords.encode(password), account.id())
                .update();
        return account;
    }

    private boolean opens(String email, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        String next = visitor.press("Se connecter", Map.of("email", email, "password", password))
                .location()
                .orElseThrow();
        assertThat(next).isIn("/", "/connexion?refus");
        return next.equals("/");
    }
}
