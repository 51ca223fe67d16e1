package ca.releve.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SoftKey;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class PasskeyOfferPagesTests {

    private static final String OFFER = "La prochaine fois, sans mot de passe?";

    @Autowired
    World world;

    private Account account;
    private Visitor manager;

    @BeforeEach
    void signInForTheFirstTime() {
        account = world.client().account();
        manager = world.withPassword(account);
    }

    @Test
    void aPasskeyIsOfferedAfterTheFirstSignInAndNotAgainAfterPlusTard() {
        assertThat(offersPasskey(manager.get("/remplacements"))).isTrue();
        assertThat(offersPasskey(manager.get("/approbation")))
                .as("until it is answered")
                .isTrue();

        manager.press("Plus tard");
        assertThat(manager.page().location()).hasValue("/");
        assertThat(offersPasskey(manager.get("/remplacements"))).isFalse();

        signOutAndIn();
        assertThat(offersPasskey(manager.get("/remplacements"))).isFalse();
    }

    @Test
    void itIsOfferedOnceOnEachDevice() {
        signOutAndIn();
        assertThat(offersPasskey(manager.get("/remplacements"))).isFalse();

        assertThat(offersPasskey(world.withPassword(account).get("/remplacements")))
                .isTrue();
    }

    @Test
    void theOfferLeadsToThePageThatMakesOneAndEndsWithIt() {
        manager.get("/remplacements");
        manager.click("Ajouter une clé d’accès");
        assertThat(manager.page().status()).isEqualTo(200);
        assertThat(offersPasskey(manager.page())).isFalse();

        world.make(manager, "Téléphone", SoftKey.of(account.id()));

        assertThat(manager.page().location()).hasValue("/mon-compte/cles");
        assertThat(offersPasskey(manager.get("/remplacements"))).isFalse();
    }

    /** A script shows it where the browser knows passkeys. */
    @Test
    void withoutScriptNothingIsOffered() {
        assertThat(manager.get("/remplacements").html().select("aside[data-passkey-only][hidden]"))
                .hasSize(1);
    }

    @Test
    void nothingIsOfferedAfterASignInWithAPasskey() {
        SoftKey passkey = world.givePasskey(account, "Téléphone");
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        world.show(visitor, "Se connecter avec une clé d’accès", passkey);

        assertThat(offersPasskey(visitor.get("/remplacements"))).isFalse();
    }

    private static boolean offersPasskey(Page page) {
        return page.html().select("aside").text().contains(OFFER);
    }

    private void signOutAndIn() {
        manager.get("/remplacements");
        manager.press("Se déconnecter");
        manager.get("/connexion");
        manager.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));
        assertThat(manager.page().location()).hasValue("/");
    }
}
