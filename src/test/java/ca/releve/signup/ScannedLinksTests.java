package ca.releve.signup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SoftKey;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Mail scanners follow each link repeatedly with every HTTP method, and submit every form of its page. The link stays valid for
 * its recipient.
 */
@PortalTest
@Covers("AUTH-08")
class ScannedLinksTests {

    private static final String NEW = "une tout autre phrase, assez longue";

    @Autowired
    World world;

    @Test
    void theLinkThatConfirmsAnAccount() {
        ClientManager manager = world.knownManager();
        Visitor herself = world.stranger();
        herself.get("/compte/creation");
        herself.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", manager.email(), "password", NEW));
        String link = world.mailTo(manager.email()).path();

        scan(world.stranger(), link, 1);

        herself.get(link);
        herself.press("Confirmer mon compte");
        assertThat(herself.page().location()).hasValue("/connexion");
        assertThat(signIn(manager.email(), NEW)).isEqualTo("/");
    }

    @Test
    void theLinkToANewPassword() {
        Account account = world.client().account();
        Visitor herself = world.stranger();
        herself.get("/compte/mot-de-passe-oublie");
        herself.press("Recevoir un lien", Map.of("email", account.email()));
        String link = world.mailTo(account.email()).path();

        scan(world.stranger(), link, 1);

        assertThat(signIn(account.email(), World.PASSWORD)).isEqualTo("/");
        herself.get(link);
        herself.press("Enregistrer le mot de passe", Map.of("password", NEW));
        assertThat(herself.page().location()).hasValue("/connexion");
        assertThat(signIn(account.email(), NEW)).isEqualTo("/");
    }

    @Test
    void bothLinksOfAChangeOfAddress() {
        Account account = world.client().account();
        String wanted = world.email("marie.nouvelle").original();
        Visitor herself = world.signedIn(account);
        herself.get("/mon-compte/courriel");
        herself.press("Recevoir les liens", Map.of("email", wanted));
        List<String> links = List.of(
                world.mailTo(account.email()).path(), world.mailTo(wanted).path());

        links.forEach(link -> scan(world.stranger(), link, 2));

        for (String link : links) {
            herself.get(link);
            herself.press("Confirmer le changement", Map.of("password", World.PASSWORD));
        }
        assertThat(herself.page().location()).hasValue("/compte/changement-de-courriel/suite/fait");
        assertThat(signIn(wanted, World.PASSWORD)).isEqualTo("/");
    }

    @Test
    void theLinkToAFirstPasskey() {
        Account account = world.staffWithoutPasskey(Role.DISPATCHER);
        Visitor herself = world.withPassword(account);
        herself.get("/connexion/cle");
        herself.press("Recevoir le lien");
        String link = world.mailTo(account.email()).path();

        Visitor machine = world.stranger();
        for (int i = 0; i < 5; i++) {
            assertThat(machine.head(link).status()).isLessThan(400);
            assertThat(open(machine, link).location()).hasValue("/connexion");
        }
        // The user's own browser may prefetch pages and fill in forms like a scanner.
        scanPage(herself, link, 1);

        open(herself, link);
        world.make(herself, "Portable", SoftKey.of(account.id()));
        assertThat(herself.page().location()).hasValue("/connexion/cle");
        assertThat(world.mailTo(account.email(), 1).subject())
                .isEqualTo("Une clé d’accès a été ajoutée à votre compte");
    }

    private void scan(Visitor machine, String link, int buttons) {
        scanPage(machine, link, buttons);
        assertThat(machine.get("/mon-compte").location()).hasValue("/connexion");
    }

    private static void scanPage(Visitor machine, String link, int buttons) {
        for (int i = 0; i < 5; i++) {
            int status = machine.get(link).status();
            assertThat(machine.head(link).status()).isEqualTo(status).isLessThan(400);
        }
        Page shown = open(machine, link);
        List<Element> pressed = shown.html().select("main form button:not([type=button])");
        assertThat(pressed).as("buttons on %s", shown).hasSize(buttons);
        for (Element button : pressed) {
            Page answer =
                    machine.postRaw(button.closest("form").attr("action"), emptyForm(button.closest("form"), button));
            assertThat(answer.status()).as("%s", button).isEqualTo(422);
        }
    }

    /** The link to a first passkey redirects to a page without its token. */
    private static Page open(Visitor visitor, String link) {
        return visitor.get(link).location().isPresent() ? visitor.follow() : visitor.page();
    }

    /** The hidden fields with their values, and the others empty. */
    private static Map<String, List<String>> emptyForm(Element form, Element button) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name]")) {
            boolean hidden = field.attr("type").equals("hidden");
            fields.computeIfAbsent(field.attr("name"), name -> new ArrayList<>())
                    .add(hidden ? field.val() : "");
        }
        if (!button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), List.of(button.val()));
        }
        return fields;
    }

    private String signIn(String email, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", email, "password", password))
                .location()
                .orElseThrow();
    }
}
