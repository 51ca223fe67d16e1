package ca.releve.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@PortalTest
class SignInPagesTests {

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAnonymousUserIsRedirectedToTheSignInPage() {
        Visitor visitor = world.stranger();

        visitor.get("/remplacements");

        assertThat(visitor.page().location()).hasValue("/connexion");
        assertThat(visitor.follow().html().title()).startsWith("Connexion");
    }

    @Test
    void aManagerSignsInAndOut() {
        Visitor manager = world.withPassword(world.client().account());

        assertThat(manager.page().status()).isEqualTo(302);
        assertThat(manager.get("/").location()).hasValue("/remplacements");
        manager.get("/introuvable");
        manager.press("Se déconnecter");
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");

        visitor.press("Se connecter", Map.of("email", "personne@example.test", "password", "rien du tout du tout"));

        assertThat(visitor.follow().problems()).containsExactly("Le courriel ou le mot de passe ne convient pas");
    }

    @Test
    void theAddressOfARefusedSignInIsShownAgainOnce() {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.press("Se connecter", Map.of("email", " Marie@Example.test ", "password", "presque le bon"));
        assertThat(visitor.follow().html().select("#email").val()).isEqualTo("Marie@Example.test");
        assertThat(visitor.page().html().select("#password").val()).isEmpty();
        assertThat(visitor.get("/connexion").html().select("#email").val()).isEmpty();

        visitor.press("Se connecter", Map.of("email", "mon mot de passe", "password", ""));
        assertThat(visitor.follow().html().select("#email").val())
                .as("a password in the wrong field")
                .isEmpty();
    }

    @Test
    @Covers({"AUTH-01", "AUTH-20"})
    void aRefusedSignInHasTheSameAnswerForEveryReason() {
        Account wrong = world.client().account();
        Account disabled = world.client().account();
        state(disabled, "DISABLED");
        Account unconfirmed = world.client().account();
        state(unconfirmed, "UNCONFIRMED");
        World.SomeClient closed = world.client();
        jdbc.sql("update client set active = false where id = ?")
                .param(closed.client().id())
                .update();

        List<Answer> answers = List.of(
                answer(wrong.email(), "un mot de passe inexact"),
                answer(world.email("inconnue").original(), World.PASSWORD),
                answer(disabled.email(), World.PASSWORD),
                answer(unconfirmed.email(), World.PASSWORD),
                answer(closed.account().email(), World.PASSWORD),
                answer("pas une adresse", World.PASSWORD));

        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void aRefusedPasswordIsNotKeptInTheSession() {
        String password = "un mot de passe presque juste";
        Visitor visitor = world.stranger();
        visitor.get("/connexion");

        visitor.press("Se connecter", Map.of("email", world.client().account().email(), "password", password));

        assertThat(jdbc.sql("""
                        select count(*) from spring_session_attributes
                         where position(convert_to(:password, 'UTF8') in attribute_bytes) > 0
                        """)
                        .param("password", password)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theSignInIsRecordedWithTheLanguageOfThePage() {
        Account account = world.client().account();
        Visitor visitor = world.stranger();
        visitor.get("/connexion?langue=en");

        visitor.press("Sign in", Map.of("email", account.email(), "password", World.PASSWORD));

        Account now = accounts.findById(account.id()).orElseThrow();
        assertThat(now.language()).isEqualTo("en");
        assertThat(now.signedInAt()).isNotNull();
        assertThat(now.version()).isEqualTo(account.version());
    }

    @Test
    @Covers("AUTH-14")
    void aPasswordIsStoredAsArgon2AndAnOlderHashIsReplacedAtTheNextSignIn() {
        Account account = world.client().account();
        String parameters = account.passwordHash().replaceAll("(p=1\\$).*", "$1");
        assertThat(parameters).startsWith("{argon2id}$argon2id$v=19$m=");
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder(4).encode(World.PASSWORD), account.id())
                .update();

        world.withPassword(account);

        assertThat(accounts.findById(account.id()).orElseThrow().passwordHash()).startsWith(parameters);
        world.withPassword(account);
    }

    private Answer answer(String email, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        Visitor.Page answer = visitor.press("Se connecter", Map.of("email", email, "password", password));
        return Answer.of(answer, visitor.follow()).without(email).without("");
    }

    private void state(Account account, String state) {
        jdbc.sql("update account set state = ? where id = ?")
                .params(state, account.id())
                .update();
    }
}
