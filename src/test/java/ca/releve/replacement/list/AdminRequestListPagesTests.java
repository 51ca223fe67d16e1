package ca.releve.replacement.list;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Client;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The staff's list contains requests of other tests, so each test checks only those of its own client. */
@PortalTest
class AdminRequestListPagesTests {

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    Statements statements;

    SomeClient client;
    Visitor dispatcher;

    @BeforeEach
    void signInAsADispatcher() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        client = world.client();
        dispatcher = world.signedIn(world.dispatcher());
    }

    @Test
    void aClientIsNamedByAPartOfItsName() {
        String number = client.client().name().replaceAll("\\D", "");
        ReplacementRequest request = world.sentRequest(client, shift(Duration.ofDays(2)));
        world.sentRequest(world.client(), shift(Duration.ofDays(2)));

        Page found = dispatcher.get("/admin/demandes?client=tournesols+" + number);

        assertThat(found.html().select("tbody th .sub").eachText()).containsExactly(request.code());
        assertThat(found.html().select("#client").val())
                .isEqualTo(client.client().name());
        assertThat(found.html().select("#installation option").eachText())
                .contains(client.facility().name());
    }

    @Test
    void aNameThatSeveralClientsHaveAsksWhich() {
        String some = "Nénuphars " + client.client().name().replaceAll("\\D", "");
        world.save(new Client("CPE Les " + some, clock));
        Client other = world.save(new Client("CPE Aux " + some, clock));

        Page asked = dispatcher.get("/admin/demandes?client=nenuphars+" + some.replaceAll("\\D", ""));

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".error-summary a").text())
                .isEqualTo("Plusieurs clients ont ces mots dans leur nom : choisissez-en un");
        assertThat(asked.html().select("select#client option").eachText())
                .containsExactly("Tous", "CPE Aux " + some, "CPE Les " + some);
        assertThat(asked.html().select("#resultats")).isEmpty();
        Page chosen = dispatcher.get("/admin/demandes?client=" + other.id());
        assertThat(chosen.html().select("input#client").val()).isEqualTo("CPE Aux " + some);
        assertThat(chosen.text()).contains("Aucune demande ne correspond à ces filtres");
    }

    @Test
    void aNameThatNoClientHasIsSaid() {
        Page page = dispatcher.get("/admin/heures?client=Cailloux");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".error-summary a").text()).isEqualTo("Aucun client n’a ce nom");
        assertThat(page.html().select("#client").val()).isEqualTo("Cailloux");
    }

    @Test
    void requestsToHandleAreSortedByUrgency() {
        ReplacementRequest later = world.sentRequest(client, shift(Duration.ofDays(9)));
        ReplacementRequest soon = world.sentRequest(client, shift(Duration.ofMinutes(70)));
        ReplacementRequest tomorrow = world.sentRequest(client, shift(Duration.ofHours(23)));
        ReplacementRequest filled = world.confirmed(client, world.substitute(), shift(Duration.ofDays(1)));
        ReplacementRequest draft = world.request(client);
        ReplacementRequest declined = world.draft(client, client.facility());
        declined.schedule(List.of(shift(Duration.ofDays(1))), world.actor(client.account()), clock);
        declined.decline("Personne.", world.actor(client.account()), clock);
        world.save(declined);

        dispatcher.get("/admin/demandes?client=" + client.client().id());

        assertThat(codes())
                .containsExactly(soon.code(), tomorrow.code(), later.code())
                .doesNotContain(filled.code(), draft.code(), declined.code());
        assertThat(dispatcher.page().html().select("tr.row-urgent")).hasSize(2);
        assertThat(row(soon))
                .contains(
                        "Dans 1 h 10", client.client().name(), client.facility().name(), "Affecter");
        assertThat(row(tomorrow)).contains("Demain");
    }

    @Test
    void aRequestWithAnOpenShiftNextWeekIsStillToHandle() {
        ReplacementRequest request = world.draft(client, client.facility());
        Substitute amelie = world.substitute();
        request.schedule(
                List.of(shift(Duration.ofHours(1)), shift(Duration.ofDays(7))), world.actor(client.account()), clock);
        request.assign(List.of(request.shifts().get(0).id()), amelie, world.actor(client.account()), clock);
        world.save(request);

        dispatcher.get("/admin/demandes?client=" + client.client().id());

        assertThat(row(request)).contains("2027-03-15", "Partiellement comblée", "1 sur 2");
        assertThat(dispatcher.page().html().select("tr.row-urgent")).isEmpty();
    }

    @Test
    void theListOfAllShowsTheDatesThatItIsSortedBy() {
        Substitute amelie = world.substitute();
        ReplacementRequest partly = world.draft(client, client.facility());
        partly.schedule(
                List.of(shift(Duration.ofDays(2)), shift(Duration.ofDays(7))), world.actor(client.account()), clock);
        partly.assign(List.of(partly.shifts().get(0).id()), amelie, world.actor(client.account()), clock);
        world.save(partly);
        ReplacementRequest between = world.confirmed(client, world.substitute(), shift(Duration.ofDays(4)));

        dispatcher.get("/admin/demandes?statut=TOUS&client=" + client.client().id());

        assertThat(codes()).containsExactly(partly.code(), between.code());
        assertThat(dispatcher.page().html().select("tbody .cell-date strong").eachText())
                .containsExactly("2027-03-10", "2027-03-12");
        dispatcher.get("/admin/demandes?client=" + client.client().id());
        assertThat(row(partly)).as("the work to do is the open shift").contains("2027-03-15");
    }

    @Test
    void everyRequestAndEachStatusIsFound() {
        ReplacementRequest filled = world.confirmed(client, world.substitute(), shift(Duration.ofDays(3)));
        ReplacementRequest sent = world.sentRequest(client, shift(Duration.ofDays(2)));
        ReplacementRequest draft = world.request(client);
        String address = "/admin/demandes?client=" + client.client().id();

        dispatcher.get(address);
        dispatcher.press("Filtrer", Map.of("statut", "TOUS"));
        assertThat(codes()).containsExactly(sent.code(), filled.code());

        dispatcher.press("Filtrer", Map.of("statut", "FILLED"));
        assertThat(codes()).containsExactly(filled.code());
        dispatcher.press("Filtrer", Map.of("statut", "DRAFT"));
        assertThat(codes()).containsExactly(draft.code());
        dispatcher.press(
                "Filtrer",
                Map.of("statut", "", "installation", client.facility().id()));
        assertThat(codes()).containsExactly(sent.code());
        dispatcher.press("Filtrer", Map.of("du", "2027-03-20"));
        assertThat(dispatcher.page().text()).contains("Aucune demande ne correspond à ces filtres");
    }

    @Test
    void theSearchCoversAllClients() {
        String word = "zyxo" + System.nanoTime();
        ReplacementRequest request = world.draft(client, client.facility());
        request.schedule(List.of(shift(Duration.ofDays(2))), world.actor(client.account()), clock);
        world.findable(request, "Hélène " + word);

        dispatcher.get("/admin/demandes?texte=" + word.toUpperCase());
        assertThat(codes()).containsExactly(request.code());
        dispatcher.get("/admin/demandes?statut=TOUS&texte=" + word);
        assertThat(codes()).containsExactly(request.code());
    }

    @Test
    void anInvalidFilterIsReported() {
        dispatcher.get("/admin/demandes?statut=PASSWORD&du=hier");

        assertThat(dispatcher.page().status()).isEqualTo(422);
        assertThat(dispatcher.page().problems())
                .containsExactly("Choisissez un statut de la liste", "Du : inscrivez une date, par exemple 2027-03-14");
        assertThat(dispatcher.get("/admin/demandes?tri=password").status()).isEqualTo(200);
        assertThat(dispatcher.get("/admin/demandes?client=personne").status()).isEqualTo(422);
    }

    @Test
    void pagesFollowEachOtherInEveryOrder() {
        for (int day = 1; day <= 30; day++) {
            world.sentRequest(client, shift(Duration.ofDays(day)));
        }
        String address = "/admin/demandes?client=" + client.client().id();
        for (String order : List.of("", "&tri=client", "&tri=statut", "&ordre=inverse", "&statut=TOUS&tri=client")) {
            dispatcher.get(address + order);
            List<String> first = codes();
            assertThat(first).as(order).hasSize(25);
            dispatcher.click("Page suivante");
            assertThat(codes()).as(order).hasSize(5).doesNotContainAnyElementsOf(first);
            dispatcher.click("Page précédente");
            assertThat(codes()).as(order).isEqualTo(first);
        }
    }

    @Test
    void returningToTheListKeepsItsFilterAndPage() {
        ReplacementRequest request = world.sentRequest(client, shift(Duration.ofDays(2)));
        String left = "/admin/demandes?client=" + client.client().id() + "&tri=statut&ordre=inverse";
        dispatcher.get(left);

        dispatcher.get("/admin/demandes/" + request.id());
        assertThat(dispatcher.page().html().selectFirst("a.back-link").attr("href"))
                .as("after a look")
                .isEqualTo(left);
        dispatcher.press("Prendre en recherche");
        assertThat(dispatcher.follow().html().selectFirst("a.back-link").attr("href"))
                .as("after a change")
                .isEqualTo(left);
        dispatcher.get(left);
        assertThat(codes()).containsExactly(request.code());
    }

    @Test
    void theMenuShowsTheNumberOfRequestsToHandle() {
        world.sentRequest(client, shift(Duration.ofDays(2)));

        dispatcher.get("/admin/demandes");

        Element count = dispatcher.page().html().selectFirst("nav a[href=/admin/demandes] .count");
        assertThat(count.text()).matches("\\d+\\+? demandes? à traiter");
        assertThat(dispatcher.page().text()).containsPattern("\\d+ demandes? à traiter");
    }

    @Test
    void managersAndAnonymousUsersHaveNoAccess() {
        assertThat(world.signedIn(client.account()).get("/admin/demandes").status())
                .isEqualTo(403);
        assertThat(world.stranger().get("/admin/demandes").location()).hasValue("/connexion");
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheLengthOfThePage() {
        Visitor manager = world.signedIn(client.account());
        String staffAddress = "/admin/demandes?client=" + client.client().id();
        int made = 0;
        for (int wanted : List.of(1, 10, 50)) {
            for (; made < wanted; made++) {
                world.sentRequest(client, shift(Duration.ofHours(2L + made)));
            }
            List<String> ofManager = statements.during(() -> manager.get("/remplacements"));
            List<String> ofStaff = statements.during(() -> dispatcher.get(staffAddress));

            assertThat(manager.page().html().select("tbody tr")).hasSize(Math.min(25, wanted));
            assertThat(ofManager)
                    .as("who asks with the number in the menu, the page, who comes today")
                    .hasSize(3);
            assertThat(ofStaff)
                    .as("who asks with the numbers in the menu, the page, the clients and installations to choose from")
                    .hasSize(4);
        }
        assertThat(sizeOfARow(manager))
                .as("bytes of a line of the manager's list")
                .isLessThan(1_200);
        assertThat(sizeOfARow(dispatcher))
                .as("bytes of a line of the staff's list")
                .isLessThan(1_600);
    }

    private static int sizeOfARow(Visitor visitor) {
        String body = visitor.page().body();
        return (body.indexOf("</tbody>") - body.indexOf("<tbody")) / 25;
    }

    private PlannedShift shift(Duration fromNow) {
        return world.shift(fromNow, 1);
    }

    private List<String> codes() {
        return dispatcher.page().html().select("tbody th .sub").eachText();
    }

    private String row(ReplacementRequest request) {
        return dispatcher.page().html().select("tbody tr").stream()
                .map(it -> it.text().replace('\u00a0', ' '))
                .filter(it -> it.contains(request.code()))
                .findFirst()
                .orElseThrow();
    }
}
