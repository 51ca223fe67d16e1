package ca.releve.client.access;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.AccessGranted;
import ca.releve.client.AccessRequest;
import ca.releve.client.AccessRequestStore;
import ca.releve.client.AccessRequests;
import ca.releve.client.ClientManager;
import ca.releve.client.ClientManagers;
import ca.releve.format.EmailAddress;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@RecordApplicationEvents
class AdminAccessRequestPagesTests {

    @Autowired
    World world;

    @Autowired
    AccessRequests noted;

    @Autowired
    AccessRequestStore requests;

    @Autowired
    AccessRequestService service;

    @Autowired
    ClientManagers known;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    Visitor administrator;
    EmailAddress address;
    String lastName;

    @BeforeEach
    void requestAccess() {
        administrator = world.signedIn(world.administrator());
        address = world.email("Sophie");
        lastName = "L’Heureux " + address.original().replaceAll("\\D", "") + " <i>";
        ask("Sophie", lastName);
    }

    @Test
    void aRequestForAccessIsListedWithTheNumberOfAttempts() {
        ask("Sophie", lastName);

        Page page = administrator.get("/admin/acces");

        assertThat(page.html()
                        .select("tbody tr:contains(" + address.original() + ")")
                        .text())
                .contains("Sophie " + lastName, address.original(), "2");
        assertThat(page.html()
                        .selectFirst(".app-nav a[href=/admin/acces] .count")
                        .text())
                .matches("\\d+ à traiter");
    }

    /** One letter of « petits » is Cyrillic: accepting the address by its looks would give a stranger access to a client. */
    @Test
    @Covers("AUTH-04")
    void anAddressThatLooksLikeAKnownOneIsAlsoShownInPunycode() {
        address = EmailAddress.parse("julie." + address.canonical().replaceAll("\\W", "") + "@p\u0435tits.example")
                .orElseThrow();
        lastName = "Côté " + address.original().replaceAll("\\D", "");
        ask("Julie", lastName);
        String plain = address.canonical().substring(address.canonical().indexOf('@') + 1);
        assertThat(plain).startsWith("xn--");

        assertThat(administrator.get("/admin/acces").text()).contains(address.original() + " (" + plain + ")");
        administrator.click("En faire une gestionnaire Julie " + lastName);
        assertThat(administrator.page().text()).contains(address.original() + " (" + plain + ")");
    }

    @Test
    void aRequestForAccessIsAcceptedAsAManagerOfAllInstallations() {
        SomeClient some = world.client();
        administrator.get("/admin/acces");
        Page shown = administrator.click("En faire une gestionnaire Sophie " + lastName);
        assertThat(shown.text()).contains(address.original());
        assertThat(administrator.press("En faire une gestionnaire", Map.of()).problems())
                .containsExactly("Choisissez un client");

        Page done = administrator.press(
                "En faire une gestionnaire", Map.of("clientId", some.client().id(), "lastName", lastName + "!"));

        assertThat(done.status()).isEqualTo(303);
        Page list = administrator.follow();
        assertThat(list.text())
                .contains("Sophie " + lastName + "! est maintenant gestionnaire. Un courriel à " + address.original());
        assertThat(list.html().select("tbody").text()).doesNotContain(address.original());
        assertThat(known.findActive(address.canonical())).hasValueSatisfying(it -> {
            assertThat(it.clientId()).isEqualTo(some.client().id());
            assertThat(it.seesAllFacilities()).isTrue();
        });
        assertThat(administrator.get("/admin/clients/" + some.client().id()).text())
                .contains("avait demandé un accès : elle devient gestionnaire de toutes les installations");
        assertThat(administrator
                        .press(
                                shown,
                                "En faire une gestionnaire",
                                Map.of("clientId", some.client().id()))
                        .status())
                .as("somebody else has handled it")
                .isEqualTo(409);
    }

    @Test
    void anAcceptanceSubmittedTwiceCreatesOneManager() {
        SomeClient some = world.client();
        Page shown = administrator.get("/admin/acces/" + request().id() + "/acceptation");
        Map<String, Object> typed = Map.of("clientId", some.client().id());

        assertThat(administrator
                        .press(shown, "En faire une gestionnaire", typed)
                        .location())
                .hasValue("/admin/acces");
        assertThat(administrator
                        .press(shown, "En faire une gestionnaire", typed)
                        .location())
                .hasValue("/admin/acces");
    }

    @Test
    void theNewManagerIsInvitedByMail() {
        SomeClient some = world.client();
        AcceptanceForm form = AcceptanceForm.of(request());
        form.setClientId(some.client().id());

        ClientManager manager = service.accept(request().id(), form, world.actor(world.administrator()));

        assertThat(events.stream(AccessGranted.class))
                .containsExactly(
                        new AccessGranted(manager.id(), some.client().id(), address.original(), "Sophie", lastName));
    }

    @Test
    void aRequestFromAKnownAddressCanOnlyBeSetAside() {
        SomeClient some = world.client();
        AccessRequest late = world.save(new AccessRequest(
                EmailAddress.parse(some.manager().email()).orElseThrow(), "Marie", "T.", java.time.Clock.systemUTC()));
        administrator.get("/admin/acces/" + late.id() + "/acceptation");

        Page page = administrator.press(
                "En faire une gestionnaire", Map.of("clientId", some.client().id()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly(
                        "Cette adresse est déjà celle d’une autre personne que le service connaît. Vous pouvez écarter cette demande.");
        assertThat(page.html()
                        .select("main a[href$=/gestionnaires/" + some.manager().id() + "]"))
                .hasSize(1);
    }

    @Test
    void aManagerOfTheSameNameIsPointedOutBeforeSheIsSavedTwice() {
        SomeClient some = world.client();
        ClientManager known = world.save(new ClientManager(
                world.client().client(), "sophie", lastName.toUpperCase(), world.email("s.lheureux"), "418 555-0188"));
        administrator.get("/admin/acces/" + request().id() + "/acceptation");

        Page page = administrator.press(
                "En faire une gestionnaire", Map.of("clientId", some.client().id()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).hasSize(1);
        assertThat(page.text()).contains("Est-ce la même personne?", known.email() + " · 418 555-0188");
        assertThat(page.html()
                        .select("main a[href$=/gestionnaires/" + known.id() + "]")
                        .text())
                .isEqualTo(known.name());
        assertThat(request().isOpen()).isTrue();

        administrator.press("En faire une gestionnaire", Map.of("saveAnyway", "true"));
        assertThat(administrator.page().status()).isEqualTo(303);
        assertThat(this.known.findActive(address.canonical())).isPresent();
    }

    @Test
    void aRequestThatIsSetAsideLeavesTheList() {
        UUID id = request().id();
        Page shown = administrator.get("/admin/acces");

        administrator.press("Écarter Sophie " + lastName);

        Page list = administrator.follow();
        assertThat(list.text()).contains("La demande d’accès est écartée.").doesNotContain(address.original());
        assertThat(known.findActive(address.canonical())).isEmpty();
        assertThat(administrator
                        .press(shown, "Écarter Sophie " + lastName, Map.of())
                        .location())
                .as("pressed twice")
                .hasValue("/admin/acces");
        assertThat(administrator.get("/admin/acces/" + id + "/acceptation").location())
                .hasValue("/admin/acces");
        assertThat(administrator.get("/admin/acces/" + id + "/mise-a-l-ecart").location())
                .hasValue("/admin/acces");
    }

    @Test
    void returningToTheListKeepsItsPage() {
        String mark = "Page" + System.nanoTime();
        for (int i = 0; i < 26; i++) {
            address = world.email("Sophie");
            ask("Sophie", mark + (char) ('a' + i));
        }

        Page first = administrator.get("/admin/acces");
        assertThat(first.html().select("tbody tr")).hasSize(25);
        assertThat(first.html().select("tbody th").first().text()).startsWith("Sophie " + mark + "z");
        String next = first.html().selectFirst("a[rel=next]").attr("href");
        assertThat(administrator.get(next).html().select("tbody th").first().text())
                .startsWith("Sophie " + mark + "a");
        Page form = administrator.click("En faire une gestionnaire Sophie " + mark + "a");
        assertThat(form.html().selectFirst("a.back-link").attr("href")).isEqualTo(next);
        administrator.get(next);
        assertThat(administrator.press("Écarter Sophie " + mark + "a").location())
                .hasValue(next);
        assertThat(administrator.follow().text()).contains("La demande d’accès est écartée.");
        assertThat(administrator.get("/admin/acces?apres=n-importe-quoi").status())
                .isEqualTo(200);

        jdbc.sql("delete from access_request where last_name like ?")
                .param(mark + "%")
                .update();
    }

    /** A dispatcher declares hours, and could approve them after accepting themselves as a manager (ACC-11). */
    @Test
    @Covers("ACC-11")
    void onlyAnAdministratorDecidesOnRequestsForAccess() {
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Visitor manager = world.signedIn(world.client().account());
        UUID id = request().id();
        for (String path : List.of("/admin/acces", "/admin/acces/" + id + "/acceptation")) {
            assertThat(dispatcher.get(path).status()).isEqualTo(403);
            assertThat(manager.get(path).status()).isEqualTo(403);
            assertThat(world.stranger().get(path).location()).hasValue("/connexion");
        }
        for (String button : List.of("/acceptation", "/mise-a-l-ecart")) {
            assertThat(dispatcher
                            .post(
                                    "/admin/acces/" + id + button,
                                    Map.of("clientId", world.client().client().id()))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(request().isOpen()).isTrue();
        assertThat(dispatcher.get("/admin/clients").html().select(".app-nav a[href=/admin/acces]"))
                .isEmpty();
        assertThat(administrator
                        .get("/admin/acces/" + UUID.randomUUID() + "/acceptation")
                        .status())
                .isEqualTo(404);
    }

    private void ask(String firstName, String lastName) {
        transaction.executeWithoutResult(status -> noted.record(address, firstName, lastName));
    }

    private AccessRequest request() {
        return transaction.execute(
                status -> requests.findOpen(address.canonical()).orElseThrow());
    }
}
