package ca.releve.replacement.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.SomeRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Need and schedule together, on « Nouveau remplacement ». */
@PortalTest
class OneScreenRequestPagesTests {

    private static final String NEW = "/remplacements/nouveau";
    private static final String SEND = "Envoyer la demande";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    SomeClient mine;
    Visitor manager;

    @BeforeEach
    void signIn() {
        mine = world.client();
        manager = world.signedIn(mine.account());
    }

    @Test
    void needAndScheduleAreSentInOnePress() {
        manager.get(NEW);
        Page answer = manager.press(SEND, filled(june("20", "26")));

        assertThat(answer.status()).isEqualTo(303);
        Page sent = manager.follow();
        assertThat(sent.text())
                .contains(
                        "Demande envoyée", "Soumise", "30,00 h", mine.facility().name())
                .contains("Quand entre le jeudi 20 juin 2030 et le mercredi 26 juin 2030 Quarts 4")
                .contains("Jours fériés laissés de côté", "2030-06-24, Fête nationale");
        assertThat(manager.click("Voir la demande").text())
                .contains("Quarts comblés : 0 sur 4", "La demande est enregistrée comme brouillon.")
                .contains("La demande est envoyée au service. Quarts : 4.", "Sonner en bas.");
    }

    @Test
    void theServiceIsToldOfARequestThatIsSentInOnePress() {
        manager.get(NEW);
        manager.press(SEND, filled(june("20", "20")));
        String code = manager.follow().html().selectFirst(".done-ref strong").text();

        assertThat(jdbc.sql("select count(*) from outgoing_mail where kind = 'request-submitted' and body like ?")
                        .param("%" + code + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void savingMakesADraftAndSaysThatItsHoursAreNotSaved() {
        manager.get(NEW);
        manager.press("Enregistrer", filled(june("20", "26")));

        Page draft = manager.follow();
        assertThat(draft.text())
                .contains("La demande est enregistrée comme brouillon, sans les heures.")
                .contains("Sans horaire : cette demande n’est pas encore envoyée");
    }

    @Test
    void theProblemsOfBothPartsAreReportedAndWhatWasTypedIsKept() {
        manager.get(NEW);
        Map<String, Object> fields = filled(june("21", "20"));
        fields.put("ageGroupId", "");
        fields.put("endTime", "26:00");

        Page page = manager.press(SEND, fields);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Erreur :");
        assertThat(page.problems().get(0)).isEqualTo("Choisissez un groupe d’âge");
        assertThat(page.problems()).hasSize(2);
        assertThat(page.html().select("[data-problems] a").eachAttr("href"))
                .containsExactly("#ageGroupId", "#endTime")
                .allSatisfy(anchor -> assertThat(page.html().select(anchor)).hasSize(1));
        assertThat(page.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner en bas.");
        assertThat(page.html().select("#jobFunctionId option[selected]").text()).isEqualTo("Éducatrice");
        assertThat(page.html().select("#startDate, #startTime, #endTime").eachAttr("value"))
                .containsExactly("2030-06-21", "08:30", "26:00");
        assertThat(requests()).isZero();
    }

    @Test
    void thePreviewListsTheProblemsOfTheScheduleAlone() {
        manager.get(NEW);
        Map<String, Object> fields = filled(june("21", "20"));
        fields.put("ageGroupId", "");
        fields.put("endTime", "26:00");

        Page page = manager.press(SEND, fields);

        assertThat(page.html().select("#apercu li a").eachAttr("href")).containsExactly("#endTime");
        assertThat(page.html().select("[data-problems] a").eachAttr("href"))
                .as("the summary has all")
                .containsExactly("#ageGroupId", "#endTime");
        manager.press("Enregistrer", Map.of("endTime", "16:30"));
        assertThat(manager.page().html().select("#apercu li a")).isEmpty();
    }

    @Test
    void withoutTimesNothingIsSent() {
        manager.get(NEW);

        Page page = manager.press(SEND, filled(Map.of()));

        assertThat(page.problems()).containsExactly("Inscrivez l’heure de début", "Inscrivez l’heure de fin");
        assertThat(requests()).isZero();
    }

    @Test
    void thePreviewShowsTheHoursAndKeepsTheNeed() {
        manager.get(NEW);

        Page preview = manager.press("Aperçu", filled(june("20", "26")));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text())
                .contains("08:30 → 16:30, pause de 30 min, 7,50 h par jour", "Jours choisis : 4", "30,00 h");
        assertThat(preview.html().select("#taskTypeId option[selected]").text()).isEqualTo("Remplacement en groupe");
        assertThat(requests()).isZero();

        manager.press(SEND, Map.of("days", List.of("2030-06-20", "2030-06-24")));

        assertThat(manager.follow().text()).contains("Quarts 2", "15,00 h");
    }

    @Test
    void theTicksAreKeptWhileSomethingElseIsWrong() {
        manager.get(NEW);
        manager.press("Aperçu", filled(june("20", "26")));
        Page wrong = manager.press(SEND, Map.of("days", List.of("2030-06-20", "2030-06-21"), "startTime", "8h99"));
        assertThat(wrong.status()).isEqualTo(422);

        manager.press(SEND, Map.of("startTime", "8h30"));

        assertThat(manager.follow().text()).contains("Quarts 2");
    }

    @Test
    void sevenToHalfPastFourIsAskedAboutAsOnThePageOfTheSchedule() {
        manager.get(NEW);
        Map<String, Object> fields = filled(june("20", "20"));
        fields.put("startTime", "7:00");
        fields.put("endTime", "4:30");

        Page asked = manager.press(SEND, fields);

        assertThat(asked.problems())
                .containsExactly(
                        "De 07:00 à 04:30, cela fait 21,50 h. Est-ce 16:30? Sinon, cochez « Oui, c’est exact »");
        manager.press(SEND, Map.of("exact", "true"));
        assertThat(manager.follow().text()).contains("Demande envoyée", "21,00 h");
    }

    @Test
    void aStartThatHasPassedTodayIsSaid() {
        clock.set(SomeRequest.at("2030-06-20", "09:00"));
        manager = world.signedIn(mine.account());
        manager.get(NEW);
        assertThat(manager.page().html().select("#startDate, #endDate").eachAttr("value"))
                .containsExactly("2030-06-20", "2030-06-20");

        manager.press(SEND, filled(june("20", "20")));

        assertThat(manager.follow().text()).contains("Le début est déjà passé 2030-06-20, 08:30");
    }

    @Test
    void aShiftThatIsOverIsRefusedAtItsDate() {
        manager.get(NEW);
        Map<String, Object> fields = filled(Map.of("startTime", "8:30", "endTime", "16:30"));
        fields.put("startDate", "2020-06-22");
        fields.put("endDate", "2020-06-22");

        Page page = manager.press(SEND, fields);

        assertThat(page.problems()).containsExactly("Le quart du 2020-06-22 serait déjà passé");
        assertThat(requests()).isZero();
    }

    @Test
    void sendingAgainAfterGoingBackSendsOneRequest() {
        manager.get(NEW);
        Map<String, Object> fields = filled(june("20", "26"));
        String sent = manager.press(SEND, fields).location().orElseThrow();
        manager.get(NEW);

        Page again = manager.press(SEND, fields);

        assertThat(sent).isEqualTo(again.location().orElseThrow() + "/envoyee");
        assertThat(manager.follow().text()).contains("Cette demande était déjà envoyée : rien n’a été ajouté.");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void theSameNeedOnAnotherDayIsAnotherRequest() {
        manager.get(NEW);
        Map<String, Object> fields = filled(june("20", "20"));
        manager.press(SEND, fields);
        manager.get(NEW);
        fields.putAll(june("21", "21"));

        manager.press(SEND, fields);

        assertThat(manager.follow().text()).contains("Demande envoyée");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void theInstallationOfHerLastRequestIsChosen() {
        Facility other = world.facility(mine.client(), "Installation Saint-Charles");
        assertThat(chosen(manager.get(NEW), "facilityId")).isEmpty();
        Map<String, Object> fields = filled(june("20", "20"));
        fields.put("facilityId", other.id());
        manager.press(SEND, fields);

        assertThat(chosen(manager.get(NEW), "facilityId")).isEqualTo("Installation Saint-Charles");
        Visitor colleague = world.signedIn(world.limitedManager(mine));
        assertThat(chosen(colleague.get(NEW), "facilityId"))
                .isEqualTo(mine.facility().name());
        assertThat(colleague.page().text()).doesNotContain("Comme la dernière fois");
    }

    @Test
    void theLastRequestIsAStart() {
        manager.get(NEW);
        manager.press(SEND, filled(june("20", "20")));
        manager.get(NEW);

        Page copy = manager.click("Comme la dernière fois");

        assertThat(chosen(copy, "ageGroupId")).isEqualTo("4 ans");
        assertThat(copy.html().select("#startTime, #endTime, #unpaidBreak").eachAttr("value"))
                .containsExactly("08:30", "16:30", "30");
        assertThat(copy.text()).doesNotContain("Comme la dernière fois");
        manager.press(SEND, june("20", "20"));
        assertThat(manager.follow().text()).contains("Demande envoyée");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void herUsualHoursAreButtons() {
        manager.get(NEW);
        manager.press(SEND, filled(june("20", "20")));

        Page page = manager.get(NEW);

        assertThat(page.html().select(".quick button").eachText())
                .containsExactly("Aujourd’hui", "Demain", "08:30–16:30, pause 30 min");
    }

    @Test
    void thePagesOfTheTwoButtonsLeadBackToTheForm() {
        assertThat(manager.get(NEW + "/envoi").location()).hasValue(NEW);
        assertThat(manager.get(NEW + "/apercu").location()).hasValue(NEW);
    }

    @Test
    void thePageIsCompleteInEnglish() {
        assertThat(manager.get(NEW + "?langue=en").text())
                .contains("Send the request", "Schedule", "Unpaid break")
                .doesNotContain("??");
    }

    private int requests() {
        return jdbc.sql("select count(*) from replacement_request where client_id = ?")
                .param(mine.client().id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> filled(Map<String, ?> times) {
        Page shown = manager.page();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("facilityId", mine.facility().id());
        fields.put("jobFunctionId", option(shown, "jobFunctionId", "Éducatrice"));
        fields.put("ageGroupId", option(shown, "ageGroupId", "4 ans"));
        fields.put("taskTypeId", option(shown, "taskTypeId", "Remplacement en groupe"));
        fields.put("qualified", "true");
        fields.put("notes", "Sonner en bas.");
        fields.putAll(times);
        return fields;
    }

    private static Map<String, String> june(String from, String until) {
        return Map.of(
                "startDate", "2030-06-" + from,
                "endDate", "2030-06-" + until,
                "startTime", "08:30",
                "endTime", "16:30",
                "unpaidBreak", "30");
    }

    private static String chosen(Page page, String field) {
        return page.html().select("#" + field + " option[selected]").text();
    }

    private static String option(Page shown, String field, String text) {
        return shown.html().select("#" + field + " option").stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .map(Element::val)
                .orElseThrow();
    }
}
