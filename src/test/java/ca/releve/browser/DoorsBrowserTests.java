package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.Secrets;
import ca.releve.testing.World;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages for anonymous users, in a real browser. */
@BrowserTest
class DoorsBrowserTests {

    private static final String LONG = "  l’été où naquît Zoë, Noël et « çà et là »: 日本 🦆 "
            + "une phrase que personne ne retape jamais à la main";

    @Autowired
    World world;

    @Test
    @Tag("long")
    void theSignInPageIsAccessible() {
        try (Person person = Person.onALaptop(world)) {
            person.open("/connexion").findsItAccessibleAtEveryWidth();
            person.fill("Courriel", "personne@example.test")
                    .press("Se connecter")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
        }
    }

    @Test
    @Tag("long")
    void theNotFoundPageIsAccessible() {
        try (Person person = Person.onAPhone(world).signIn(world.client().account())) {
            person.open("/remplacements/n-importe-quoi").findsItAccessible();
        }
    }

    @Test
    @Covers("AUTH-11")
    void aLongPasswordCanBePastedShownAndHiddenOnEveryPage() {
        ClientManager manager = world.knownManager();
        try (Person person = Person.onALaptop(world)) {
            person.open("/compte/creation")
                    .fill("Prénom", "Nadia")
                    .fill("Nom", "Benali")
                    .fill("Courriel", manager.email());
            paste(person, "new-password");
            Locator password = person.page().locator("#password");
            person.press("Afficher le mot de passe");
            assertThat(password.getAttribute("type")).isEqualTo("text");
            assertThat(password.inputValue()).isEqualTo(LONG);
            person.press("Masquer le mot de passe");
            assertThat(password.getAttribute("type")).isEqualTo("password");
            assertThat(password.inputValue()).isEqualTo(LONG);
            person.press("Créer un compte").reads("Regardez vos courriels");

            person.open(world.mailTo(manager.email()).path());
            person.press("Confirmer mon compte").reads("Votre compte est confirmé");

            person.fill("Courriel", manager.email());
            assertThat(person.page().locator("#email").getAttribute("autocomplete"))
                    .isEqualTo("username");
            paste(person, "current-password");
            person.press("Se connecter").reads("Liste des remplacements");
        }
    }

    @Test
    @Tag("long")
    void aUserWhoConfirmsWithAnotherPasswordSeesOnlyTheHintForIt() {
        ClientManager manager = world.knownManager();
        try (Person person = Person.onALaptop(world)) {
            person.open("/compte/creation")
                    .fill("Prénom", "Nadia")
                    .fill("Nom", "Benali")
                    .fill("Courriel", manager.email())
                    .fill("Mot de passe", "les fraises du jardin")
                    .press("Créer un compte")
                    .reads("Regardez vos courriels");
        }
        try (Person person = Person.onALaptop(world)) {
            person.open(world.mailTo(manager.email()).path())
                    .reads("Inscrivez le mot de passe que vous avez choisi")
                    .fill("Mot de passe", "les framboises")
                    .press("Confirmer mon compte")
                    .reads("Ce n’est pas le mot de passe")
                    .reads("Au moins 15 caractères")
                    .doesNotRead("Inscrivez le mot de passe que vous avez choisi")
                    .doesNotRead("Recommencer la création du compte")
                    .findsItAccessibleAtEveryWidth();

            person.fill("Mot de passe", "les framboises")
                    .tick("Choisir ce mot de passe pour mon compte")
                    .press("Confirmer mon compte")
                    .reads("Choisissez un mot de passe d’au moins 15 caractères")
                    .findsItAccessibleAtEveryWidth();
            assertThat(person.page().locator("#password").getAttribute("autocomplete"))
                    .isEqualTo("new-password");
            assertThat(person.page().locator("#chosen").isChecked()).isTrue();

            person.fill("Mot de passe", LONG).press("Confirmer mon compte").reads("Votre compte est confirmé");
        }
    }

    @Test
    void goingBackAfterACorrectedFormShowsTheForm() {
        try (Person person = Person.onALaptop(world)) {
            person.open("/compte/mot-de-passe-oublie")
                    .press("Recevoir un lien")
                    .reads("Inscrivez une adresse de courriel");
            person.fill("Courriel", world.email("marie").original())
                    .press("Recevoir un lien")
                    .reads("Regardez vos courriels");

            person.page().goBack();

            person.reads("Mot de passe oublié");
            assertThat(person.page().locator("#email").count()).isEqualTo(1);
        }
    }

    /** Pastes from the clipboard, as with a password manager that does not fill in forms. */
    private static void paste(Person person, String autocomplete) {
        Secrets.typed("password", LONG);
        Page page = person.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("text => navigator.clipboard.writeText(text)", LONG);
        Locator password = page.locator("#password");
        assertThat(password.getAttribute("autocomplete")).isEqualTo(autocomplete);
        password.focus();
        page.keyboard().press("Control+V");
        assertThat(password.inputValue()).isEqualTo(LONG);
    }
}
