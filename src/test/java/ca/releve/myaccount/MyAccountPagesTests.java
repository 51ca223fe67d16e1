package ca.releve.myaccount;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class MyAccountPagesTests {

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Statements statements;

    @Test
    void aManagerSeesTheDataOfTheAccount() {
        SomeClient client = world.client();
        Visitor visitor = world.signedIn(client.account());
        visitor.get("/remplacements");

        visitor.click("Mon compte");

        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.page().text())
                .contains(
                        client.account().name(),
                        client.account().email(),
                        client.client().name(),
                        "Rôle Gestionnaire")
                .contains("Connexion précédente Aucune")
                .doesNotContain("Cette connexion n’était pas la vôtre");
    }

    @Test
    void theStaffHaveTheirAccountToo() {
        Visitor visitor = world.signedIn(world.administrator());
        visitor.get("/admin/demandes");

        visitor.click("Mon compte");

        assertThat(visitor.page().text()).contains("Rôle Administratrice").doesNotContain("Client");
    }

    @Test
    void thePageShowsThePreviousSignIn() {
        Account account = world.client().account();
        clock.set(Instant.parse("2026-03-08T12:30:00Z"));
        world.signedIn(account);
        clock.reset();
        Visitor now = world.signedIn(account);

        now.get("/mon-compte");

        assertThat(now.page().text()).contains("Connexion précédente le dimanche 8 mars 2026, à 8 h 30");
    }

    /** Another person signed in with the user's password while the user's sign-in page was open. */
    @Test
    void aSignInByAnotherPersonWhileTheSignInPageWasOpenIsShown() {
        Account account = world.client().account();
        Visitor herself = world.stranger();
        clock.set(Instant.parse("2026-03-08T12:00:00Z"));
        herself.get("/connexion");
        clock.set(Instant.parse("2026-03-08T12:10:00Z"));
        world.signedIn(account);
        clock.set(Instant.parse("2026-03-08T12:20:00Z"));
        herself.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));
        herself.follow();

        assertThat(herself.get("/mon-compte").text())
                .contains("Connexion précédente le dimanche 8 mars 2026, à 8 h 10");
    }

    @Test
    void aRepeatedFactorIsNotCountedAsASignIn() {
        Account account = world.client().account();
        clock.set(Instant.parse("2026-03-08T12:05:00Z"));
        Visitor earlier = world.signedIn(account);
        earlier.get("/mon-compte");
        clock.set(Instant.parse("2026-03-08T12:20:00Z"));
        earlier.get("/mon-compte/mot-de-passe");
        earlier.follow();
        earlier.press("Confirmer", Map.of("password", World.PASSWORD));
        clock.set(Instant.parse("2026-03-08T12:30:00Z"));
        Visitor now = world.signedIn(account);

        assertThat(now.get("/mon-compte").text()).contains("Connexion précédente le dimanche 8 mars 2026, à 8 h 05");
        assertThat(world.signedIn(world.administrator())
                        .get("/admin/comptes/" + account.id())
                        .text())
                .contains("Étape : un facteur de plus");
    }

    @Test
    void thePageCostsFewStatements() {
        Visitor visitor = world.signedIn(world.client().account());

        assertThat(statements.during(() -> visitor.get("/mon-compte"))).hasSizeLessThanOrEqualTo(5);
    }
}
