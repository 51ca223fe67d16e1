package ca.releve.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data that remain after a sign-out, and the target of the redirect after a sign-in. */
@PortalTest
class SignOutPagesTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Covers({"WEB-12"})
    void signingOutClearsTheDataOfTheBrowser() {
        Account account = world.client().account();
        Visitor manager = world.signedIn(account);
        manager.get("/remplacements");
        assertThat(sessionsOf(account)).isEqualTo(1);

        manager.press("Se déconnecter");

        assertThat(sessionsOf(account)).isZero();

        assertThat(manager.page().header("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(manager.cookie("__Host-SESSION")).isEmpty();
        assertThat(manager.follow().header("Clear-Site-Data")).isEmpty();
    }

    @Test
    @Covers({"WEB-02", "WEB-06"})
    void onlyAPostSignsOut() {
        Visitor manager = world.signedIn(world.client().account());
        manager.get("/remplacements");

        manager.get("/deconnexion");

        assertThat(manager.page().status()).isGreaterThanOrEqualTo(400);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @Covers({"WEB-14"})
    @ValueSource(
            strings = {
                "//evil.test",
                "\\\\evil.test",
                "https:evil.test",
                "https://evil.test/",
                "/\\evil.test",
                "javascript:alert(1)",
                "/remplacements/nouveau"
            })
    void noParameterChangesTheTargetAfterTheSignIn(String target) {
        for (String name : new String[] {"continue", "redirect", "next", "url", "spring-security-redirect", "retour"}) {
            Visitor visitor = world.stranger();
            String word = "?" + name + "=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
            assertThat(visitor.get("/connexion" + word).status()).isEqualTo(200);
            assertThat(visitor.page().html().select("form[action=/connexion]")).hasSize(1);
        }
        Visitor visitor = world.stranger();
        String all = URLEncoder.encode(target, StandardCharsets.UTF_8);
        visitor.get("/connexion?continue=" + all + "&next=" + all);

        signIn(visitor, "?continue=" + all + "&next=" + all + "&spring-security-redirect=" + all);

        assertThat(visitor.page().location()).hasValue("/");
    }

    @Test
    @Covers({"WEB-14"})
    void onlyTheSavedPageIsRedirectedToByItsPath() {
        Visitor visitor = world.stranger();
        visitor.get("/remplacements?texte=poupons");
        visitor.follow();

        signIn(visitor, "");

        assertThat(visitor.page().location()).hasValue("/remplacements?texte=poupons");
    }

    @Test
    @Covers({"WEB-14"})
    void aSubmittedFormIsNotSubmittedAgainAfterTheSignIn() {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.post("/remplacements/nouveau", Map.of("notes", "Jamais de moi-même."));
        assertThat(visitor.page().location()).hasValue("/connexion");
        visitor.follow();

        signIn(visitor, "");

        assertThat(visitor.page().location()).hasValue("/");
    }

    private int sessionsOf(Account account) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(account.id().toString())
                .query(Integer.class)
                .single();
    }

    private void signIn(Visitor visitor, String words) {
        visitor.post(
                "/connexion" + words, Map.of("email", world.client().account().email(), "password", World.PASSWORD));
    }
}
