package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of requests and the staff's pages of a request, in a real browser. */
@BrowserTest
class ListsBrowserTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refreshingInsertsNewRowsAndAnnouncesThem() {
        SomeClient client = world.client();
        world.sentRequest(client, world.shift(Duration.ofDays(2), 4));
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open("/remplacements?statut=SUBMITTED").fill("Texte", "à moitié");
            ReplacementRequest added = world.sentRequest(client, world.shift(Duration.ofDays(3), 4));

            manager.follow("Rafraîchir");
            manager.page().waitForSelector("text=" + added.code());

            assertThat(manager.page().locator("[role=status]").innerText()).startsWith("Liste à jour");
            assertThat(manager.page().locator("#texte").inputValue())
                    .as("what was being typed")
                    .isEqualTo("à moitié");
            assertThat(manager.path()).isEqualTo("/remplacements?statut=SUBMITTED");
        }
    }

    @Test
    void anAnswerThatIsNoListReplacesTheWholePage() {
        SomeClient client = world.client();
        world.sentRequest(client, world.shift(Duration.ofDays(2), 4));
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open("/remplacements");
            manager.page()
                    .route(
                            "**/remplacements",
                            route -> route.fulfill(
                                    new Route.FulfillOptions()
                                            .setStatus(200)
                                            .setContentType("text/html; charset=UTF-8")
                                            .setBody(
                                                    "<!DOCTYPE html><title>Pause</title><main id=\"contenu\"><h1>Revenez dans une minute</h1></main>")));

            manager.follow("Rafraîchir");
            manager.page().waitForSelector("text=Revenez dans une minute");

            manager.doesNotRead("Liste des remplacements");
        }
    }

    @Test
    @Tag("long")
    void everyPageIsAccessible() {
        SomeClient client = world.client();
        Substitute amelie = world.substitute();
        world.confirmed(client, amelie, world.shift(Duration.ofMinutes(5), 4));
        ReplacementRequest open =
                world.sentRequest(client, world.shift(Duration.ofDays(1), 4), world.shift(Duration.ofDays(2), 4));
        world.request(client);
        String page = "/admin/demandes/" + open.id();
        String shift = page + "/quarts/" + open.shifts().get(0).id();
        Account dispatcher = world.dispatcher();
        try (Person manager = Person.onALaptop(world).signIn(client.account())) {
            manager.open("/remplacements").findsItAccessibleAtEveryWidth();
            manager.open("/remplacements?texte=personne").findsItAccessibleAtEveryWidth();
            manager.open("/remplacements?du=hier").findsItAccessibleAtEveryWidth();
        }
        try (Person staff = Person.onALaptop(world).signIn(dispatcher)) {
            staff.open("/admin/demandes").findsItAccessibleAtEveryWidth();
            staff.open("/admin/demandes?statut=TOUS&client=" + client.client().id())
                    .findsItAccessibleAtEveryWidth();
            for (String address :
                    List.of(page, page + "/precision", page + "/refus", page + "/affectation", shift + "/non-comble")) {
                staff.open(address).findsItAccessibleAtEveryWidth();
            }
            staff.press("Laisser non comblé").reads("Inscrivez la raison").findsItAccessibleAtEveryWidth();
        }
    }

    @Test
    void aDispatcherAssignsASubstituteWithoutScript() {
        SomeClient client = world.client();
        Substitute amelie = world.substitute();
        jdbc.sql("update substitute set last_name = 'Aaa-Gagnon' where id = ?")
                .param(amelie.id())
                .update();
        ReplacementRequest open = world.sentRequest(client, world.shift(Duration.ofDays(1), 4));
        try (Person staff = Person.withoutScript(world).signIn(world.dispatcher())) {
            staff.open("/admin/demandes?client=" + client.client().id())
                    .follow("Affecter " + open.code())
                    .fill("Nom", "aaa-gagnon")
                    .press("Chercher")
                    .tick("Amélie Aaa-Gagnon")
                    .press("Confirmer l’affectation")
                    .reads("L’affectation est confirmée.")
                    .reads("Comblée");
        }
    }
}
