package ca.releve.account.self;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Instant;
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
    void aManagerSeesWhoSheIsForThePortal() {
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
    void sheSeesWhenSheSignedInBeforeThisTime() {
        Account account = world.client().account();
        clock.set(Instant.parse("2026-03-08T12:30:00Z"));
        world.signedIn(account);
        clock.reset();
        Visitor now = world.signedIn(account);

        now.get("/mon-compte");

        assertThat(now.page().text()).contains("Connexion précédente le dimanche 8 mars 2026, à 8 h 30");
    }

    @Test
    void thePageCostsFewStatements() {
        Visitor visitor = world.signedIn(world.client().account());

        assertThat(statements.during(() -> visitor.get("/mon-compte"))).hasSizeLessThanOrEqualTo(5);
    }
}
