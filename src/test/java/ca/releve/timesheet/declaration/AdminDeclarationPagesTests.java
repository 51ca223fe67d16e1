package ca.releve.timesheet.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.TimeEntries;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.TimeEntryStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class AdminDeclarationPagesTests {

    @Autowired
    World world;

    @Autowired
    TimeEntries hours;

    @Test
    void theStaffDeclareTheWorkedHours() {
        Worked worked = hours.worked(world.client(), 2);
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Page shown = dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");
        assertThat(shown.html().selectFirst("#startTime").val()).isEqualTo("08:30");
        assertThat(shown.html().selectFirst("#endTime").val()).isEqualTo("16:30");
        assertThat(shown.html().selectFirst("#breakMinutes").val()).isEqualTo("30");

        Page answer = dispatcher.press(
                "Remettre", Map.of("endTime", "17 h", "meal", "true", "note", "Restée jusqu’au dernier parent."));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).hasValue("/admin/heures");
        assertThat(dispatcher.follow().html().select("[role=status]").text())
                .isEqualTo("Heures remises : " + worked.substitute().name() + ", lun. 2 mars, 8,00 h.");
        TimeEntry entry = hours.get(worked.id(0));
        assertThat(entry.status()).isEqualTo(TimeEntryStatus.SUBMITTED);
        assertThat(entry.hours().finalMinutes()).isEqualTo(480);
        assertThat(entry.hours().meal()).isTrue();
        assertThat(dispatcher.get("/admin/heures/" + worked.id(0)).text())
                .contains(
                        "Heures remises pour le lundi 2 mars 2026 : 8,00 h (08:30–17:00, pause de 30 min), repas : Oui.",
                        "Restée jusqu’au dernier parent.");
    }

    @Test
    void returningToTheListKeepsItsFilter() {
        Worked worked = hours.worked(world.client(), 1);
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String list = "/admin/heures?statut=TO_FILL&client="
                + worked.client().client().id() + "&semaine=2026-03-02";
        dispatcher.get(list);
        dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");
        assertThat(dispatcher.page().html().selectFirst("a.back-link").attr("href"))
                .isEqualTo(list);

        assertThat(dispatcher.press("Remettre", Map.of("meal", "false")).location())
                .hasValue(list);
    }

    @Test
    void aDeclarationSubmittedTwiceIsAppliedOnce() {
        Worked worked = hours.worked(world.client(), 1);
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Page shown = dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");

        Page first = dispatcher.press(shown, "Remettre", Map.of("meal", "false"));
        Page second = dispatcher.press(shown, "Remettre", Map.of("meal", "false"));

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(dispatcher.get("/admin/heures/" + worked.id(0)).html().select(".timeline li"))
                .hasSize(1);
        assertThat(dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie").location())
                .hasValue("/admin/heures/" + worked.id(0));
    }

    @Test
    void invalidInputIsShownAgainUnchanged() {
        Worked worked = hours.worked(world.client(), 1);
        Visitor dispatcher = world.signedIn(world.dispatcher());
        dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");

        Page page = dispatcher.press(
                "Remettre",
                Map.of("startTime", "8:5", "endTime", "", "breakMinutes", "une demi-heure", "note", "Note"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly(
                        "Inscrivez l’heure de début, par exemple 8 h 30 ou 08:30",
                        "Inscrivez l’heure de fin, par exemple 16:30",
                        "Inscrivez la pause en minutes; 0 s’il n’y en a pas eu",
                        "Dites si elle a pris le repas");
        assertThat(page.html().selectFirst("#startTime").val()).isEqualTo("8:5");
        assertThat(page.html().selectFirst("#breakMinutes").val()).isEqualTo("une demi-heure");
        assertThat(page.html().selectFirst("#note").text()).isEqualTo("Note");

        assertThat(dispatcher
                        .press(
                                "Remettre",
                                Map.of(
                                        "startTime", "8:30",
                                        "endTime", "9:00",
                                        "breakMinutes", "30",
                                        "meal", "true"))
                        .problems())
                .containsExactly("La pause doit être plus courte que le temps travaillé");
        assertThat(dispatcher.press("Remettre", Map.of("breakMinutes", "-5")).problems())
                .containsExactly("Inscrivez la pause en minutes; 0 s’il n’y en a pas eu");
    }

    @Test
    void anEndThatIsNotAfterTheStartIsOnTheNextDay() {
        SomeClient client = world.client();
        LocalDate day = TimeEntries.MONDAY;
        Worked worked = hours.worked(
                client,
                client.facility(),
                TimeEntries.shift(day.atTime(22, 0), day.plusDays(1).atTime(6, 0), 0));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        assertThat(dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie").text())
                .contains("22:00–06:00 (lendemain)");

        dispatcher.press("Remettre", Map.of("endTime", "24:00", "meal", "false"));
        dispatcher.press("Remettre", Map.of("exact", "true"));

        assertThat(hours.get(worked.id(0)).hours().finalMinutes()).isEqualTo(120);
        assertThat(world.signedIn(client.account()).get("/approbation").text())
                .contains("22:00–00:00 (lendemain)", "lun. 2 mars");
    }

    @Test
    void nightsOfAClockChangeHaveTheirRealDuration() {
        SomeClient client = world.client();
        Worked spring = hours.worked(
                client,
                client.facility(),
                TimeEntries.shift(
                        LocalDate.of(2026, 3, 7).atTime(22, 0),
                        LocalDate.of(2026, 3, 8).atTime(6, 0),
                        0));
        Worked autumn = hours.worked(
                client,
                client.facility(),
                TimeEntries.shift(
                        LocalDate.of(2025, 11, 1).atTime(22, 0),
                        LocalDate.of(2025, 11, 2).atTime(6, 0),
                        0));
        Visitor dispatcher = world.signedIn(world.dispatcher());

        dispatcher.get("/admin/heures/" + spring.id(0) + "/saisie");
        assertThat(dispatcher
                        .press("Remettre", Map.of("endTime", "02:30", "meal", "false"))
                        .problems())
                .containsExactly("Cette nuit-là, l’horloge avance de 2 h à 3 h : cette heure n’existe pas");
        dispatcher.press("Remettre", Map.of("endTime", "06:00", "meal", "false"));
        assertThat(hours.get(spring.id(0)).hours().finalMinutes()).isEqualTo(7 * 60);

        dispatcher.get("/admin/heures/" + autumn.id(0) + "/saisie");
        assertThat(dispatcher.page().html().select("[name=endOccurrence]")).isEmpty();
        Page question = dispatcher.press("Remettre", Map.of("endTime", "01:30", "meal", "false"));
        assertThat(question.problems()).containsExactly("Cette nuit-là, cette heure vient deux fois : dites laquelle");
        dispatcher.press("Remettre", Map.of("endOccurrence", "SECOND"));
        dispatcher.press("Remettre", Map.of("exact", "true"));
        assertThat(hours.get(autumn.id(0)).hours().finalMinutes()).isEqualTo(4 * 60 + 30);
    }

    @Test
    void theSecondOfTwoDeclarationsKeepsItsInput() {
        Worked worked = hours.submitted(world.client(), 1);
        hours.change(worked.id(0), entry -> entry.returnForCorrection("Motif", TimeEntries.STAFF));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Page shown = dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");
        hours.submitAsPlanned(worked.id(0));
        hours.change(worked.id(0), entry -> entry.returnForCorrection("Autre motif", TimeEntries.STAFF));

        Page answer = dispatcher.press(shown, "Remettre", Map.of("endTime", "15:15", "meal", "true"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Autre motif");
        assertThat(answer.html().selectFirst("#endTime").val()).isEqualTo("15:15");
        dispatcher.press("Remettre");
        assertThat(hours.get(worked.id(0)).status()).isEqualTo(TimeEntryStatus.SUBMITTED);
        assertThat(dispatcher.get("/admin/heures/" + worked.id(0)).text())
                .contains("Heures déclarées de nouveau pour le lundi 2 mars 2026 : 6,25 h", "auparavant 7,50 h");
    }

    @Test
    void severalEntriesAreDeclaredAsPlannedTogetherOrNotAtAll() {
        Worked worked = hours.worked(world.client(), 3);
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String list = "/admin/heures?client=" + worked.client().client().id();
        Page shown = dispatcher.get(list);
        List<String> ticked = shown.html().select("input[name=line]").stream()
                .map(it -> it.val())
                .toList();
        assertThat(ticked).hasSize(3);
        String button = "Remettre les lignes cochées comme prévu, sans repas";

        assertThat(dispatcher.press(shown, button, Map.of()).status()).isEqualTo(409);
        dispatcher.get("/admin/heures/" + worked.id(0) + "/saisie");
        dispatcher.press("Remettre", Map.of("meal", "true"));
        assertThat(dispatcher.press(shown, button, Map.of("line", ticked)).status())
                .isEqualTo(409);
        assertThat(hours.get(worked.id(1)).status()).isEqualTo(TimeEntryStatus.TO_FILL);

        dispatcher.get(list);
        Page answer = dispatcher.press(button, Map.of("line", ticked.subList(1, 3)));
        assertThat(answer.location()).hasValue(list);
        assertThat(dispatcher.follow().text()).contains("2 lignes remises comme prévu.");
        assertThat(hours.get(worked.id(2)).hours().finalMinutes()).isEqualTo(450);
        assertThat(dispatcher.get("/admin/heures/remise").location()).hasValue("/admin/heures");
    }
}
