package ca.releve.account;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class SignInPagesTests {

    @Autowired
    World world;

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInPage() {
        Visitor visitor = world.stranger();

        visitor.get("/remplacements");

        assertThat(visitor.page().location()).hasValue("/connexion");
        assertThat(visitor.follow().html().title()).startsWith("Connexion");
    }

    @Test
    void aManagerSignsInAndOut() {
        Visitor manager = world.signedIn(world.client().account());

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
}
