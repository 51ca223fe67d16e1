package ca.releve.timesheet.approval;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.PlannedShift;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.SomeTimeEntry;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.TimeEntryStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ApprovalPagesTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aManagerSeesTheHoursOfAReplacementSideBySide() {
        Worked worked = hours.worked(world.client(), 2);
        hours.submitAsPlanned(worked.id(0));
        hours.submitLonger(worked.id(1), 30, "Restée jusqu’à l’arrivée du dernier parent.");
        Visitor manager = world.signedIn(worked.client().account());

        Page page = manager.get("/approbation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).isEqualTo("Approbation des heures – Relève");
        assertThat(page.text())
                .contains("2 lignes à approuver, dont 1 avec une différence entre le prévu et le déclaré.");
        assertThat(page.html().select("main h2").eachText())
                .singleElement()
                .asString()
                .startsWith(worked.substitute().name());
        Elements rows = page.html().select("tbody tr:not(.row-group)");
        assertThat(rows).hasSize(3);
        assertThat(cells(rows.get(0))).containsSubsequence("7,50 08:30–16:30", "7,50 08:30–16:30", "–", "7,50", "Non");
        assertThat(rows.get(1).className()).contains("row-different");
        assertThat(rows.get(1).select(".diff").text()).isEqualTo("Différence : +0,50 h");
        assertThat(rows.get(1).text()).contains("« Restée jusqu’à l’arrivée du dernier parent. »", "08:30–17:00");
        assertThat(cells(rows.get(2))).containsSubsequence("15,00", "15,50", "–", "15,50");
        assertThat(page.html().select(".app-nav .count").text()).isEqualTo("2 lignes à approuver");
    }

    @Test
    @Covers("ACC-11")
    void nobodyBothDeclaresAndApprovesTheSameHours() {
        SomeClient client = world.client();
        Worked submitted = hours.submitted(client, 1);
        Visitor staff = world.signedIn(world.administrator());
        staff.get("/admin/heures");
        int approval = staff.post(
                        "/approbation/" + submitted.id(0) + "/approbation",
                        Map.of("version", "1", "submissionId", UUID.randomUUID().toString()))
                .status();
        Worked worked = hours.worked(client, 1);
        Visitor manager = world.signedIn(client.account());
        manager.get("/approbation");
        int handingIn = manager.post(
                        "/admin/heures/" + worked.id(0) + "/saisie",
                        Map.of("version", "0", "submissionId", UUID.randomUUID().toString()))
                .status();

        assertThat(List.of(approval, handingIn)).containsOnly(403);
        assertThat(jdbc.sql("select status from time_entry where id in (?, ?) order by status")
                        .params(submitted.id(0), worked.id(0))
                        .query(String.class)
                        .list())
                .containsExactly("SUBMITTED", "TO_FILL");
    }

    @Test
    void anApprovedEntryLeavesTheListWithANotice() {
        Worked worked = hours.submitted(world.client(), 2);
        Visitor manager = world.signedIn(worked.client().account());
        manager.get("/approbation");

        Page answer = manager.press(button("Approuver", worked, "lun. 2 mars"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).hasValue("/approbation");
        Page page = manager.follow();
        assertThat(page.html().select("[role=status]").text())
                .isEqualTo("Heures approuvées : " + worked.substitute().name() + ", lun. 2 mars, 7,50 h.");
        assertThat(page.html().select("tbody tr:not(.row-group)")).hasSize(1);
        assertThat(page.html().select("button[autofocus]").text()).contains("mar. 3 mars");
        TimeEntry entry = hours.get(worked.id(0));
        assertThat(entry.status()).isEqualTo(TimeEntryStatus.APPROVED);
        assertThat(entry.approvedBy()).isEqualTo(worked.client().account().name());
        assertThat(manager.get("/approbation/" + worked.id(0)).text())
                .contains("Heures approuvées pour le lundi 2 mars 2026 : 7,50 h, repas : Non.");
    }

    @Test
    void anApprovalSubmittedTwiceIsAppliedOnce() {
        Worked worked = hours.submitted(world.client(), 2);
        Visitor manager = world.signedIn(worked.client().account());
        Page shown = manager.get("/approbation");

        Page first = manager.press(shown, button("Approuver", worked, "lun. 2 mars"), Map.of());
        Page second = manager.press(shown, button("Approuver", worked, "lun. 2 mars"), Map.of());

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(manager.get("/approbation/" + worked.id(0)).html().select(".timeline li"))
                .hasSize(1);
    }

    @Test
    void otherEntriesOfAnOpenPageCanStillBeApproved() {
        Worked worked = hours.submitted(world.client(), 2);
        Visitor manager = world.signedIn(worked.client().account());
        Page shown = manager.get("/approbation");

        manager.press(shown, button("Approuver", worked, "lun. 2 mars"), Map.of());
        manager.press(shown, button("Approuver", worked, "mar. 3 mars"), Map.of());

        assertThat(worked.ids())
                .allSatisfy(id -> assertThat(hours.get(id).status()).isEqualTo(TimeEntryStatus.APPROVED));
        assertThat(manager.get("/approbation").text()).contains("Tout est approuvé");
    }

    @Test
    void anEntryChangedMeanwhileIsNotApproved() {
        Worked worked = hours.submitted(world.client(), 1);
        Visitor manager = world.signedIn(worked.client().account());
        manager.get("/approbation");
        hours.change(
                worked.id(0),
                entry -> entry.adjust(
                        -60, null, "Partie tôt.", world.actor(worked.client().account()), SomeTimeEntry.CLOCK));

        Page answer = manager.press(button("Approuver", worked, "lun. 2 mars"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Quelqu’un d’autre a changé une ligne");
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
        Page back = manager.click("Revoir la page à jour");
        assertThat(back.location()).hasValue("/approbation");
    }

    @Test
    void approvingTheOthersLeavesTheEntryWithADifference() {
        Worked worked = hours.worked(world.client(), 3);
        hours.submitAsPlanned(worked.id(0));
        hours.submitLonger(worked.id(1), -60, "");
        hours.submitAsPlanned(worked.id(2));
        Visitor manager = world.signedIn(worked.client().account());
        manager.get("/approbation");

        manager.press("Approuver les 2 lignes sans différence de "
                + worked.substitute().name() + ", " + worked.request().code());

        assertThat(manager.follow().html().select("[role=status]").text()).isEqualTo("2 lignes approuvées.");
        assertThat(worked.ids().stream().map(id -> hours.get(id).status()))
                .containsExactly(TimeEntryStatus.APPROVED, TimeEntryStatus.SUBMITTED, TimeEntryStatus.APPROVED);
        assertThat(manager.page().html().select("tbody tr:not(.row-group)")).hasSize(1);
    }

    @Test
    void severalEntriesAreApprovedTogetherOrNotAtAll() {
        Worked worked = hours.submitted(world.client(), 3);
        Visitor manager = world.signedIn(worked.client().account());
        manager.get("/approbation");
        hours.approve(worked.id(2), world.actor(worked.client().account()));

        Page answer = manager.press("Approuver les 3 lignes sans différence de "
                + worked.substitute().name() + ", " + worked.request().code());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(worked.ids().stream().map(id -> hours.get(id).status()))
                .containsExactly(TimeEntryStatus.SUBMITTED, TimeEntryStatus.SUBMITTED, TimeEntryStatus.APPROVED);
    }

    @Test
    void aLineThatWasApprovedInAnotherTabIsNamed() {
        Worked worked = hours.submitted(world.client(), 2);
        Visitor manager = world.signedIn(worked.client().account());
        Page shown = manager.get("/approbation");
        manager.press(button("Approuver", worked, "lun. 2 mars"));
        manager.get("/approbation");

        Page one = manager.post(
                "/approbation/" + worked.id(0) + "/approbation",
                Map.of("submissionId", UUID.randomUUID(), "version", 1));
        manager.get("/approbation");
        Page both = manager.press(
                shown,
                "Approuver les 2 lignes sans différence de "
                        + worked.substitute().name() + ", " + worked.request().code(),
                Map.of());

        assertThat(List.of(one.status(), both.status())).containsOnly(409);
        assertThat(List.of(one.text(), both.text())).allSatisfy(text -> assertThat(text)
                .contains("une ligne pendant que cette page était ouverte chez vous : "
                        + worked.substitute().name() + ", lun. 2 mars. Rien n’a été approuvé.")
                .doesNotContain(worked.id(0).toString(), "line"));
    }

    @Test
    void anEntryWithADifferenceIsNotApprovedWithTheOthers() {
        Worked worked = hours.worked(world.client(), 2);
        hours.submitAsPlanned(worked.id(0));
        hours.submitLonger(worked.id(1), 60, "");
        Worked other = hours.submitted(worked.client(), 1);
        Visitor manager = world.signedIn(worked.client().account());
        manager.get("/approbation");
        String url = "/approbation/remplacements/" + worked.request().id() + "/approbation";

        assertThat(manager.post(url, Map.of("submissionId", UUID.randomUUID(), "line", versions(worked)))
                        .status())
                .isEqualTo(409);
        manager.get("/approbation");
        assertThat(manager.post(url, Map.of("submissionId", UUID.randomUUID(), "line", versions(other)))
                        .status())
                .isEqualTo(404);
        manager.get("/approbation");
        assertThat(manager.post(url, Map.of("submissionId", UUID.randomUUID())).status())
                .isEqualTo(409);
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
    }

    @Test
    void filtersShowWhatIsApprovedAnInstallationOrAWeek() {
        SomeClient client = world.client();
        Facility second = world.facility(client.client(), "Installation Saint-Charles");
        Worked here = hours.submitted(client, 1);
        Worked there = hours.worked(client, second, TimeEntries.day(TimeEntries.MONDAY.plusDays(6)), day(8), day(9));
        there.ids().forEach(hours::submitAsPlanned);
        hours.approve(there.id(2), world.actor(client.account()));
        Visitor manager = world.signedIn(client.account());

        assertThat(lines(manager.get("/approbation"))).containsExactly("lun. 2 mars", "dim. 8 mars", "mar. 10 mars");
        assertThat(lines(manager.get("/approbation?statut=APPROVED"))).containsExactly("mer. 11 mars");
        assertThat(lines(manager.get("/approbation?statut=ALL"))).hasSize(4);
        assertThat(lines(manager.get(
                        "/approbation?installation=" + here.client().facility().id())))
                .containsExactly("lun. 2 mars");
        assertThat(lines(manager.get("/approbation?semaine=2026-03-05"))).containsExactly("lun. 2 mars", "dim. 8 mars");
        assertThat(manager.page().text()).contains("Semaine du 2026-03-02");
        manager.click("Semaine suivante");
        assertThat(lines(manager.page())).containsExactly("mar. 10 mars");
        manager.press(button("Approuver", there, "mar. 10 mars"));
        assertThat(manager.page().location()).hasValue("/approbation?semaine=2026-03-09");
        assertThat(manager.follow().text()).contains("Aucune ligne ne correspond");
        Page problem = manager.get("/approbation?semaine=n’importe");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.problems()).containsExactly("Inscrivez une date, par exemple 2027-03-14");
        assertThat(manager.get("/approbation?apres=3_+999999999-01-01T00:00:00Z_" + UUID.randomUUID())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void returningToTheListKeepsItsFilter() {
        Worked worked = hours.submitted(world.client(), 3);
        Visitor manager = world.signedIn(worked.client().account());
        String list = "/approbation?installation=" + worked.client().facility().id() + "&semaine=2026-03-02";
        Page shown = manager.get(list);

        Page line = manager.get("/approbation/" + worked.id(0));
        assertThat(line.html().selectFirst("a.back-link").attr("href")).isEqualTo(list);
        assertThat(manager.press("Approuver").location()).as("approved alone").hasValue(list);
        assertThat(manager.press(shown, button("Approuver", worked, "mar. 3 mars"), Map.of())
                        .location())
                .as("approved in the list")
                .hasValue(list);
        Worked two = hours.submitted(worked.client(), 2);
        manager.get(list);
        assertThat(manager.press("Approuver les 2 lignes sans différence de "
                                + two.substitute().name() + ", " + two.request().code())
                        .location())
                .as("approved together")
                .hasValue(list);
    }

    @Test
    void theEntriesOfAReplacementAreTotalledByWeek() {
        SomeClient client = world.client();
        Worked worked = hours.worked(client, client.facility(), day(5), day(6), day(7), day(8));
        worked.ids().forEach(hours::submitAsPlanned);

        Page page = world.signedIn(client.account()).get("/approbation");

        assertThat(page.html().select("tr.row-total th").eachText())
                .containsExactly("Total affiché semaine du 2026-03-02", "Total affiché semaine du 2026-03-09");
        assertThat(page.html().select("tr.row-total .cell-final").eachText()).containsExactly("15,00", "15,00");
    }

    @Test
    void aLongListHasPagesAndANumberOfStatementsThatDoesNotGrow() {
        SomeClient one = world.client();
        SomeClient ten = world.client();
        SomeClient many = world.client();
        hours.submitted(one, 1);
        hours.submitted(ten, 10);
        hours.submitted(many, 30);
        hours.submitted(many, 23);

        List<String> forOne = statementsOf(one);
        List<String> forTen = statementsOf(ten);
        List<String> forMany = statementsOf(many);

        assertThat(forOne).hasSizeLessThanOrEqualTo(5);
        assertThat(forTen).hasSameSizeAs(forOne);
        assertThat(forMany).hasSameSizeAs(forOne);
        Visitor manager = world.signedIn(many.account());
        Page first = manager.get("/approbation");
        assertThat(first.html().select("button[name=version]")).hasSize(25);
        assertThat(first.text()).contains("25 lignes à approuver. Il y en a d’autres à la page suivante.");
        first = manager.get("/approbation?lignes=50");
        assertThat(first.html().select("button[name=version]")).hasSize(50);
        assertThat(first.text()).contains("50 lignes à approuver. Il y en a d’autres à la page suivante.");
        Page second = manager.click("Page suivante");
        assertThat(second.html().select("button[name=version]")).hasSize(3);
        assertThat(manager.click("Page précédente").html().select("button[name=version]"))
                .hasSize(50);
    }

    @Test
    void everyEntryHasButtonsThatNameIt() {
        SomeClient client = world.client();
        hours.submitted(client, 2);
        hours.submitted(client, 2);

        Page page = world.signedIn(client.account()).get("/approbation");

        assertThat(page.html()
                        .select("main button[type=submit], td.cell-actions a")
                        .eachText())
                .doesNotHaveDuplicates();
        assertThat(page.html().select("input[name=_csrf]"))
                .hasSize(page.html().select("form[method=post]").size());
        assertThat(page.html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void hoursOfAnotherClientAreNotFound() {
        Worked theirs = hours.submitted(world.client(), 1);
        Visitor manager = world.signedIn(world.client().account());
        manager.get("/approbation");
        assertThat(manager.page().text())
                .contains("Tout est approuvé")
                .doesNotContain(theirs.substitute().name());
        assertThat(manager.page().html().select(".app-nav .count")).isEmpty();

        assertSameAsUnknown(manager, theirs);
        assertThat(lines(manager.get("/approbation?statut=ALL&installation="
                        + theirs.client().facility().id())))
                .isEmpty();
        assertThat(hours.get(theirs.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
    }

    @Test
    void aManagerLimitedToAnInstallationSeesOnlyItsHours() {
        SomeClient client = world.client();
        Facility other = world.facility(client.client(), "Installation Saint-Charles");
        Worked hidden = hours.submitted(client, 1);
        Worked seen = hours.worked(client, other, TimeEntries.day(TimeEntries.MONDAY.plusDays(1)));
        hours.submitAsPlanned(seen.id(0));
        jdbc.sql("update client_manager set all_facilities = false where id = ?")
                .param(client.manager().id())
                .update();
        jdbc.sql("insert into client_manager_facility (client_manager_id, client_id, facility_id) values (?, ?, ?)")
                .params(client.manager().id(), client.client().id(), other.id())
                .update();
        Visitor manager = world.signedIn(client.account());

        assertThat(lines(manager.get("/approbation"))).containsExactly("mar. 3 mars");
        assertThat(manager.page().html().select(".app-nav .count").text()).startsWith("1 ");
        assertSameAsUnknown(manager, hidden);
    }

    @Test
    void theStaffDoNotApprove() {
        Worked worked = hours.submitted(world.client(), 1);
        Visitor dispatcher = world.signedIn(world.dispatcher());

        for (String url : urls(worked.id(0), worked.request().id())) {
            assertThat(dispatcher.get(url).status()).as(url).isEqualTo(403);
        }
        assertThat(dispatcher.get("/approbation").status()).isEqualTo(403);
    }

    private void assertSameAsUnknown(Visitor manager, Worked theirs) {
        List<String> known = urls(theirs.id(0), theirs.request().id());
        List<String> unknown = urls(UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> fields = Map.of(
                "submissionId",
                UUID.randomUUID(),
                "version",
                hours.get(theirs.id(0)).version(),
                "line",
                versions(theirs).get(0),
                "reason",
                "Motif",
                "note",
                "Note",
                "adjustment",
                "1,00");
        for (int i = 0; i < known.size(); i++) {
            Page one = manager.get(known.get(i));
            Page other = manager.get(unknown.get(i));
            assertThat(one.status()).as(known.get(i)).isEqualTo(404);
            assertThat(one.text()).isEqualTo(other.text());
            manager.get("/approbation");
            if (!known.get(i).endsWith(theirs.id(0).toString())) {
                assertThat(manager.post(known.get(i), fields).status())
                        .as(known.get(i))
                        .isEqualTo(404);
            }
        }
    }

    private static List<String> urls(UUID id, UUID requestId) {
        return List.of(
                "/approbation/" + id,
                "/approbation/" + id + "/approbation",
                "/approbation/" + id + "/modification",
                "/approbation/" + id + "/retour",
                "/approbation/remplacements/" + requestId + "/approbation");
    }

    private List<String> versions(Worked worked) {
        return worked.ids().stream()
                .map(id -> id + ":" + hours.get(id).version())
                .toList();
    }

    private List<String> statementsOf(SomeClient client) {
        Visitor manager = world.signedIn(client.account());
        manager.get("/approbation");
        return statements.during(
                () -> assertThat(manager.get("/approbation").status()).isEqualTo(200));
    }

    private static PlannedShift day(int after) {
        return TimeEntries.day(TimeEntries.MONDAY.plusDays(after));
    }

    private static String button(String verb, Worked worked, String day) {
        return verb + " " + worked.substitute().name() + ", " + day + ", "
                + worked.request().code();
    }

    private static List<String> lines(Page page) {
        return page.html().select("tbody tr:not(.row-total) th a").stream()
                .map(Element::ownText)
                .toList();
    }

    private static List<String> cells(Element row) {
        return row.select("td").eachText();
    }
}
