package ca.releve.timesheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.TimeEntryStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class AdminHoursPagesTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    Statements statements;

    @Test
    void entriesToDeclareAreListedFirstThenReturnedOnes() {
        SomeClient client = world.client();
        Worked worked = hours.worked(client, 5);
        hours.submitAsPlanned(worked.id(0));
        hours.submitAsPlanned(worked.id(1));
        hours.submitAsPlanned(worked.id(2));
        hours.approve(worked.id(0), world.actor(client.account()));
        hours.change(worked.id(2), entry -> entry.returnForCorrection("Motif", world.actor(client.account())));
        Visitor dispatcher = world.signedIn(world.dispatcher());

        Page page = dispatcher.get("/admin/heures?client=" + client.client().id());

        assertThat(page.html().select("tbody .status").eachText())
                .containsExactly("À remplir", "À remplir", "Retournée pour correction", "À approuver", "Approuvée");
        assertThat(page.text())
                .contains(
                        client.client().name(),
                        client.facility().name(),
                        worked.request().code());
        assertThat(page.html().select("#statut option").eachText())
                .as("nothing locks an entry yet")
                .containsExactly("Tous", "À remplir", "À approuver", "Approuvée", "Retournée pour correction");
        assertThat(statuses(dispatcher.get("/admin/heures?statut=APPROVED&client="
                        + client.client().id())))
                .containsExactly("Approuvée");
        assertThat(statuses(dispatcher.get("/admin/heures?semaine=2026-03-09&client="
                        + client.client().id())))
                .isEmpty();
        String number = worked.substitute().lastName();
        assertThat(statuses(dispatcher.get("/admin/heures?remplacante=amelie+" + number.replace(' ', '+'))))
                .hasSize(5);
        assertThat(statuses(dispatcher.get("/admin/heures?remplacante=%25%25&client="
                        + client.client().id())))
                .hasSize(5);
    }

    @Test
    void noFilterOffersAStateThatNothingReaches() {
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Visitor manager = world.signedIn(world.client().account());

        assertThat(dispatcher
                        .get("/admin/heures")
                        .html()
                        .select("#statut option")
                        .eachText())
                .containsExactly("Tous", "À remplir", "À approuver", "Approuvée", "Retournée pour correction");
        assertThat(manager.get("/approbation").html().select("#statut option").eachText())
                .containsExactly("À approuver", "Approuvées", "Toutes");
    }

    @Test
    void aLongListHasPagesAndANumberOfStatementsThatDoesNotGrow() {
        SomeClient one = world.client();
        SomeClient many = world.client();
        hours.worked(one, 1);
        hours.worked(many, 30);
        Visitor dispatcher = world.signedIn(world.dispatcher());

        List<String> forOne = statements.during(
                () -> dispatcher.get("/admin/heures?client=" + one.client().id()));
        List<String> forMany = statements.during(
                () -> dispatcher.get("/admin/heures?client=" + many.client().id()));

        assertThat(forMany).hasSameSizeAs(forOne).hasSizeLessThanOrEqualTo(5);
        assertThat(dispatcher.page().html().select("tbody tr")).hasSize(25);
        assertThat(dispatcher.click("Page suivante").html().select("tbody tr")).hasSize(5);
        assertThat(dispatcher.click("Page précédente").html().select("tbody tr"))
                .hasSize(25);
    }

    @Test
    void anApprovedEntryIsReopenedWithAReasonForTheManager() {
        Worked worked = hours.submitted(world.client(), 1);
        hours.approve(worked.id(0), world.actor(worked.client().account()));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String address = "/admin/heures/" + worked.id(0) + "/reouverture";
        Page shown = dispatcher.get(address);

        assertThat(dispatcher.press(shown, "Rouvrir", Map.of("reason", "")).problems())
                .containsExactly("Dites pourquoi");
        Page first = dispatcher.press(shown, "Rouvrir", Map.of("reason", "La gestionnaire a téléphoné."));
        Page second = dispatcher.press(shown, "Rouvrir", Map.of("reason", "La gestionnaire a téléphoné."));

        assertThat(first.location()).hasValue("/admin/heures");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
        Visitor manager = world.signedIn(worked.client().account());
        assertThat(manager.get("/approbation/" + worked.id(0)).text())
                .contains("Approbation retirée pour le lundi 2 mars 2026", "La gestionnaire a téléphoné.");
        assertThat(dispatcher.get(address).location()).hasValue("/admin/heures/" + worked.id(0));
    }

    @Test
    void returningToTheListKeepsItsFilter() {
        Worked worked = hours.submitted(world.client(), 1);
        hours.approve(worked.id(0), world.actor(worked.client().account()));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String list = "/admin/heures?statut=APPROVED&client="
                + worked.client().client().id();
        dispatcher.get(list);
        dispatcher.get("/admin/heures/" + worked.id(0));
        assertThat(dispatcher.page().html().selectFirst("a.back-link").attr("href"))
                .isEqualTo(list);
        dispatcher.click("Rouvrir");

        assertThat(dispatcher
                        .press("Rouvrir", Map.of("reason", "La gestionnaire a téléphoné."))
                        .location())
                .hasValue(list);
        assertThat(dispatcher.follow().html().select("[role=status]").text())
                .isEqualTo("Ligne rouverte : " + worked.substitute().name() + ", lun. 2 mars.");
    }

    @Test
    void anUnknownEntryIsNotFound() {
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String unknown = "/admin/heures/" + UUID.randomUUID();
        for (String url : List.of(unknown, unknown + "/saisie", unknown + "/reouverture", "/admin/heures/abc")) {
            assertThat(dispatcher.get(url).status()).as(url).isEqualTo(404);
        }
    }

    @Test
    void managersDeclareNoHours() {
        Worked worked = hours.worked(world.client(), 1);
        Visitor manager = world.signedIn(worked.client().account());
        for (String url : List.of("", "/" + worked.id(0), "/" + worked.id(0) + "/saisie", "/remise")) {
            assertThat(manager.get("/admin/heures" + url).status()).as(url).isEqualTo(403);
        }
        manager.get("/approbation?statut=ALL");
        assertThat(manager.page().text()).contains("À remplir");
        assertThat(manager.post(
                                "/admin/heures/" + worked.id(0) + "/saisie",
                                Map.of("submissionId", UUID.randomUUID(), "version", "0"))
                        .status())
                .isEqualTo(403);
    }

    private static List<String> statuses(Page page) {
        return page.html().select("tbody .status").eachText();
    }
}
