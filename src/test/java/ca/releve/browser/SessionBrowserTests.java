package ca.releve.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a session, in a real browser. */
@Tag("long")
@BrowserTest
class SessionBrowserTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    static Stream<Named<Function<World, Person>>> browsers() {
        return Stream.of(Named.of("on a phone", Person::onAPhone), Named.of("without script", Person::withoutScript));
    }

    @ParameterizedTest
    @MethodSource("browsers")
    @Covers({"WEB-07"})
    void aFormIsRestoredAfterTheSessionHasEnded(Function<World, Person> browser) {
        SomeClient client = world.client();
        try (Person manager = browser.apply(world).signIn(client.account())) {
            manager.open("/remplacements/nouveau").fill("Notes", "Sonner en bas.");
            manager.tick("Qualifiée");
            endSessionsOf(client.account());

            manager.press("Enregistrer")
                    .reads("Votre session a pris fin")
                    .findsItAccessible()
                    .fill("Courriel", client.account().email())
                    .fill("Mot de passe", World.PASSWORD)
                    .press("Se connecter")
                    .reads("Rien n’a été enregistré")
                    .findsItAccessible();

            assertThat(manager.path()).isEqualTo("/remplacements/nouveau");
            assertThat(manager.page().getByLabel("Notes")).hasValue("Sonner en bas.");
            assertThat(manager.page().locator("input[name=qualified][value=true]"))
                    .isChecked();
        }
    }

    @Test
    @Covers({"WEB-13"})
    void htmxGoesToTheSignInPageAndTheInputIsKept() {
        SomeClient client = world.client();
        String path = "/remplacements/" + world.request(client).id() + "/horaire";
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open(path).fill("Date de début", "2030-06-03");
            endSessionsOf(client.account());

            manager.page().keyboard().press("Tab");

            manager.page().waitForURL("**/connexion");
            assertThat(manager.page().locator("form[action='/connexion']")).hasCount(1);
            assertThat(manager.page().locator("h1")).hasText("Connexion");
            manager.fill("Courriel", client.account().email())
                    .fill("Mot de passe", World.PASSWORD)
                    .press("Se connecter")
                    .reads("Rien n’a été enregistré");
            assertThat(manager.page().locator("#startDate")).hasValue("2030-06-03");
        }
    }

    @Test
    @Covers({"WEB-12"})
    void goingBackAfterSigningOutShowsNothing() {
        SomeClient client = world.client();
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open("/remplacements").reads("Liste des remplacements");
            manager.page().locator("details.account summary").click();
            manager.press("Se déconnecter").reads("Connexion");
            assertThat(manager.page().locator("h1")).hasText("Connexion");

            manager.page().goBack();

            assertThat(manager.page().locator("h1")).hasText("Connexion");
            manager.doesNotRead("Liste des remplacements");
            assertThat(manager.page().content()).doesNotContain(client.account().email());
        }
    }

    @Test
    @Covers({"WEB-04"})
    void thePageOfSessionsIsAccessible() {
        SomeClient client = world.client();
        world.signedIn(client.account()).get("/remplacements");
        try (Person person = Person.onALaptop(world)) {
            person.signIn(client.account())
                    .open("/mon-compte/sessions")
                    .reads("Cette session")
                    .reads("Chrome sur Linux")
                    .findsItAccessibleAtEveryWidth();
            person.press("Mettre fin aux autres sessions")
                    .reads("Vos autres sessions ont pris fin.")
                    .findsItAccessibleAtEveryWidth();
        }
    }

    private void endSessionsOf(Account account) {
        jdbc.sql("update spring_session set last_access_time = 0 where principal_name = ?")
                .param(account.id().toString())
                .update();
    }
}
