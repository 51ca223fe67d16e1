package ca.releve.replacement.schedule;

import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.SomeRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SchedulePagesTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    SomeClient mine;
    Visitor manager;
    ReplacementRequest draft;

    @BeforeEach
    void signIn() {
        mine = world.client();
        manager = world.signedIn(mine.account());
        draft = world.request(mine);
    }

    @Test
    void theFirstOkSubmitsTheRequestAndConfirmsIt() {
        manager.get(path(draft));
        manager.click("Horaire");
        manager.click("Définir l’horaire");
        manager.press("OK", june("20", "26"));

        assertThat(manager.page().status()).isEqualTo(303);
        Page sent = manager.follow();
        assertThat(sent.text())
                .contains("Demande envoyée", "Votre référence", draft.code(), "Et maintenant", "Soumise", "30,00 h")
                .contains("Quand entre le jeudi 20 juin 2030 et le mercredi 26 juin 2030 Quarts 4")
                .contains("Jours fériés laissés de côté", "2030-06-24, Fête nationale");
        String here = manager.page().html().selectFirst(".actions a").attr("href");
        assertThat(here).isEqualTo(path(draft));
        assertThat(manager.get(path(draft) + "/envoyee").text()).contains("Demande envoyée");
        assertThat(manager.get(path(draft)).text())
                .contains("Soumise", "Quarts comblés : 0 sur 4", "La demande est envoyée au service. Quarts : 4.");
    }

    @Test
    void theConfirmationOfASingleDayShowsItsTimes() {
        manager.get(path(draft) + "/horaire");
        manager.press("OK", june("20", "20"));

        assertThat(manager.follow().text()).contains("Quand le jeudi 20 juin 2030, 08:30 à 16:30 Quarts 1");
    }

    @Test
    void tomorrowIsOnePressAway() {
        clock.set(Instant.parse("2030-06-19T09:45:00Z"));
        manager.get(path(draft) + "/horaire");

        Page tomorrow = manager.click("Demain");

        assertThat(tomorrow.html().select("#startDate, #endDate").eachAttr("value"))
                .containsExactly("2030-06-20", "2030-06-20");
    }

    @Test
    void usualHoursFillInTheFormAndShowThePreview() {
        manager.get(path(draft) + "/horaire");
        assertThat(manager.page().html().select("a[data-start-time]")).isEmpty();
        manager.press("OK", june("20", "26"));
        ReplacementRequest next = world.request(mine);
        manager.get(path(next) + "/horaire?startDate=2030-06-27");

        Page filled = manager.click("08:30–16:30, pause 30 min");

        assertThat(filled.html()
                        .select("#startDate, #endDate, #startTime, #endTime, #unpaidBreak")
                        .eachAttr("value"))
                .containsExactly("2030-06-27", "2030-06-27", "08:30", "16:30", "30");
        assertThat(filled.html().select(".day-name").eachText()).containsExactly("le jeudi 27 juin 2030");
        manager.press("OK");
        assertThat(startsOf(next)).containsExactly("2030-06-27 08:30");
    }

    @Test
    void theUsualHoursOfAnotherClientAreNotShown() {
        SomeClient other = world.client();
        world.sentRequest(other, world.shift(Duration.ofDays(2), 6));

        assertThat(manager.get(path(draft) + "/horaire").html().select("a[data-start-time]"))
                .isEmpty();
    }

    @Test
    void aDraftOfADeactivatedInstallationIsNotSent() {
        manager.get(path(draft) + "/horaire");
        jdbc.sql("update facility set active = false where id = ?")
                .param(mine.facility().id())
                .update();

        assertThat(manager.press("OK", june("20", "20")).status()).isEqualTo(409);
        assertThat(manager.page().text()).contains("installation");
        assertThat(jdbc.sql("select status from replacement_request where id = ?")
                        .param(draft.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT");
    }

    @Test
    void theConfirmationPageOfADraftDoesNotExist() {
        assertThat(manager.get(path(draft) + "/envoyee").location()).hasValue(path(draft));
    }

    @Test
    void thePreviewShowsEveryDayBeforeShiftsAreCreated() {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", june("21", "25"));

        assertThat(manager.page().status()).isEqualTo(303);
        Page preview = manager.follow();
        assertThat(preview.html().select(".day-name").eachText())
                .containsExactly("le vendredi 21 juin 2030", "le lundi 24 juin 2030", "le mardi 25 juin 2030");
        assertThat(ticked(preview)).containsExactly("2030-06-21", "2030-06-25");
        assertThat(preview.text())
                .contains("08:30 → 16:30, pause de 30 min, 7,50 h par jour")
                .contains("Fête nationale, jour férié", "Jours choisis : 2", "15,00 h");
        assertThat(preview.html().selectFirst("#startTime").val()).isEqualTo("08:30");
        assertThat(preview.html().selectFirst("#unpaidBreak").val()).isEqualTo("30");
        assertThat(shiftsOf(draft)).isZero();

        manager.press("OK", Map.of("days", List.of("2030-06-24", "2030-06-25")));
        assertThat(manager.follow().text()).contains("15,00 h").doesNotContain("laissés de côté");
        assertThat(startsOf(draft)).containsExactly("2030-06-24 08:30", "2030-06-25 08:30");
    }

    @Test
    void deselectedDaysStayDeselectedInANewPreview() {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", june("21", "25"));
        manager.follow();

        manager.press("Aperçu", Map.of("days", List.of("2030-06-24"), "endDate", "2030-06-26"));

        assertThat(ticked(manager.follow())).containsExactly("2030-06-24", "2030-06-26");
        manager.press("OK");
        assertThat(manager.page().status()).isEqualTo(303);
        assertThat(startsOf(draft)).containsExactly("2030-06-24 08:30", "2030-06-26 08:30");
    }

    @Test
    void aPreviewWithoutSelectedDaysCreatesNothing() {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", june("21", "25"));
        manager.follow();

        Page page = manager.press("OK", Map.of("days", List.of()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Cochez au moins un jour dans l’aperçu");
        assertThat(page.html().select("#days")).hasSize(1);
        assertThat(shiftsOf(draft)).isZero();
    }

    @Test
    void aSingleHolidayIsCreatedOnlyWhenItIsSelected() {
        manager.get(path(draft) + "/horaire");
        Page page = manager.press("OK", june("24", "24"));

        assertThat(page.problems()).containsExactly("Cochez au moins un jour dans l’aperçu");
        assertThat(page.text()).contains("Fête nationale, jour férié");
        manager.press("OK", Map.of("days", "2030-06-24"));
        assertThat(startsOf(draft)).containsExactly("2030-06-24 08:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8h30", "8:30", "830", "08 h 30"})
    void timesAreAcceptedInCommonNotations(String typed) {
        manager.get(path(draft) + "/horaire");
        manager.press("OK", with(june("21", "21"), "startTime", typed));

        assertThat(startsOf(draft)).containsExactly("2030-06-21 08:30");
    }

    @ParameterizedTest
    @CsvSource({"30, 450", "30 min, 450", "0:30, 450", "1 h, 420", "'', 480", "15+15, 450", "2 × 15, 450"})
    void breaksAreAcceptedInMinutesOrHours(String typed, int paidMinutes) {
        manager.get(path(draft) + "/horaire");
        manager.press("OK", with(june("21", "21"), "unpaidBreak", typed));

        assertThat(jdbc.sql(
                                "select extract(epoch from ends_at - starts_at)::int / 60 - break_minutes from shift where request_id = ?")
                        .param(draft.id())
                        .query(Integer.class)
                        .list())
                .containsExactly(paidMinutes);
    }

    @Test
    void missingAndAbsurdFieldsAreReportedInTheOrderOfThePage() {
        manager.get(path(draft) + "/horaire");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("startDate", "hier");
        fields.put("endDate", "");
        fields.put("startTime", "25:00");
        fields.put("endTime", "");
        fields.put("unpaidBreak", "une demi-heure");
        fields.put("weekdays", List.of());

        for (String button : List.of("OK", "Aperçu")) {
            Page page = manager.press(button, fields);

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.problems())
                    .containsExactly(
                            "Inscrivez la date de début, par exemple 2027-03-14",
                            "Inscrivez la date de fin",
                            "Inscrivez l’heure de début, par exemple 8 h 30 ou 08:30",
                            "Inscrivez l’heure de fin",
                            "Inscrivez la pause en minutes, par exemple 30",
                            "Choisissez au moins un jour de la semaine");
            assertThat(page.html().selectFirst("#startDate").val()).isEqualTo("hier");
            assertThat(page.html().selectFirst("#unpaidBreak").val()).isEqualTo("une demi-heure");
            assertThat(page.html().select("#apercu li").eachText()).contains("Inscrivez la date de fin");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2030-06-25 | 2030-06-21 | 08:30 | 16:30 | 30  | La date de fin ne peut pas précéder la date de début
            2030-06-21 | 2031-07-01 | 08:30 | 16:30 | 30  | Un horaire couvre au plus un an. Ajoutez-en un second pour la suite
            2030-06-22 | 2030-06-23 | 08:30 | 16:30 | 30  | Aucun jour de ces dates ne tombe sur les jours de la semaine choisis
            2030-06-21 | 2030-06-21 | 08:30 | 09:00 | 30  | La pause doit être plus courte que le quart
            2030-06-21 | 2030-06-21 | 08:30 | 8:30  | 30  | La fin ne peut pas être à la même heure que le début
            2030-06-21 | 2030-06-21 | 07:00 | 4:30  | 30  | De 07:00 à 04:30, cela fait 21,50 h. Est-ce 16:30? Sinon, cochez « Oui, c’est exact »
            2030-06-21 | 2030-06-21 | 07:00 | 19:01 | 30  | De 07:00 à 19:01, cela fait 12,02 h. Si c’est juste, cochez « Oui, c’est exact »
            2030-06-21 | 2030-06-21 | 08:30 | 14:00 | 10:00-10:30, 14:30-15:00 | Les pauses doivent être pendant le quart
            2020-06-22 | 2020-06-22 | 08:30 | 16:30 | 30  | Le quart du 2020-06-22 serait déjà passé
            """)
    void aNonsensicalScheduleIsRefusedAtItsField(
            String from, String to, String start, String end, String pause, String problem) {
        manager.get(path(draft) + "/horaire");

        Page page = manager.press(
                "OK",
                Map.of("startDate", from, "endDate", to, "startTime", start, "endTime", end, "unpaidBreak", pause));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly(problem);
        assertThat(shiftsOf(draft)).isZero();
    }

    @Test
    void severalBreaksAreAddedUpAndTheirTimesAreShown() {
        String breaks = "10:00-10:30, 14:30-15:00";
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", with(june("21", "21"), "unpaidBreak", breaks));
        Page preview = manager.follow();
        assertThat(preview.text()).contains("pause de 60 min, 7,00 h par jour");
        assertThat(preview.html().selectFirst("#unpaidBreak").val()).isEqualTo(breaks);

        manager.press("OK");

        assertThat(manager.get(path(draft)).text()).contains("60 min " + breaks, "7,00");
        manager.click("Modifier ven. 21 juin, 08:30");
        assertThat(manager.page().html().selectFirst("#unpaidBreak").val()).isEqualTo(breaks);
        assertThat(world.signedIn(world.dispatcher())
                        .get("/admin/demandes/" + draft.id())
                        .text())
                .contains("60 min " + breaks);
    }

    @Test
    void breaksTypedAsASumAreKeptInTheAddressOfThePreview() {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", with(june("21", "21"), "unpaidBreak", "15+15"));

        assertThat(manager.follow().html().selectFirst("#unpaidBreak").val()).isEqualTo("15+15");
        assertThat(manager.page().text()).contains("pause de 30 min");
    }

    @Test
    void aShiftOfOverTwelveHoursIsCreatedOnceItIsSaidToBeExact() {
        manager.get(path(draft) + "/horaire");
        Map<String, Object> night = with(with(june("21", "21"), "startTime", "19:00"), "endTime", "8:00");
        assertThat(manager.press("OK", night).html().select("#apercu #exact")).hasSize(1);
        assertThat(shiftsOf(draft)).isZero();

        manager.press("Aperçu", Map.of("exact", "true"));
        assertThat(manager.follow().html().selectFirst("#exact").hasAttr("checked"))
                .isTrue();
        manager.press("OK");

        assertThat(startsOf(draft)).containsExactly("2030-06-21 19:00");
    }

    @Test
    void aShiftOfTwelveHoursIsCreatedWithoutAQuestion() {
        manager.get(path(draft) + "/horaire");
        manager.press("OK", with(with(june("21", "21"), "startTime", "7:00"), "endTime", "19:00"));

        assertThat(startsOf(draft)).containsExactly("2030-06-21 07:00");
    }

    @Test
    void aStartThatHasPassedTodayIsSaid() {
        clock.set(SomeRequest.at("2030-06-21", "09:00"));
        manager = world.signedIn(mine.account());
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", june("21", "21"));
        assertThat(manager.follow().text()).contains("Le début, 08:30, est déjà passé");

        manager.press("OK");

        assertThat(manager.follow().text()).contains("Le début est déjà passé 2030-06-21, 08:30");
        assertThat(startsOf(draft)).containsExactly("2030-06-21 08:30");
    }

    @Test
    void thePreviewOfANightShowsItsEndOnTheNextDay() {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", with(with(june("21", "21"), "startTime", "22"), "endTime", "6"));

        assertThat(manager.follow().text())
                .contains("22:00 → 06:00 le lendemain, pause de 30 min, 7,50 h par jour", "22:00 à 06:00 le lendemain");
    }

    /** TIM-05 in spring: refused with a message at the field. */
    @Test
    void aTimeSkippedInSpringIsRefusedAtItsField() {
        clock.set(SomeRequest.at("2027-03-01", "08:00"));
        manager = world.signedIn(mine.account());
        manager.get(path(draft) + "/horaire");

        Page page = manager.press("OK", on("2027-03-14", "02:30", "10:00"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly("L’heure 02:30 n’existe pas le 2027-03-14 : cette nuit-là, l’horloge avance d’une "
                        + "heure. Inscrivez une heure plus tôt ou plus tard.");
        assertThat(page.html().select("#startTime-error")).hasSize(1);
    }

    /** TIM-05 in autumn: the page asks with radio buttons. */
    @Test
    void anAmbiguousTimeMustBeChosen() {
        clock.set(SomeRequest.at("2027-11-01", "08:00"));
        manager = world.signedIn(mine.account());
        manager.get(path(draft) + "/horaire");
        assertThat(manager.page().html().select("[name=startOccurrence]")).isEmpty();

        Page asked = manager.press("Aperçu", on("2027-11-07", "01:30", "09:00"));

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.problems())
                .containsExactly("Le 2027-11-07, l’horloge affiche deux fois 01:30 : choisissez la première ou la "
                        + "seconde fois");
        assertThat(asked.html().select("[name=startOccurrence]").eachAttr("value"))
                .containsExactly("FIRST", "SECOND");
        manager.press("Aperçu", Map.of("startOccurrence", "SECOND"));
        Page preview = manager.follow();
        assertThat(preview.html().select("[name=startOccurrence][checked]").eachAttr("value"))
                .containsExactly("SECOND");
        assertThat(preview.text()).contains("7,00 h");
        manager.press("OK");
        assertThat(jdbc.sql("select starts_at = timestamptz '2027-11-07T06:30:00Z' from shift where request_id = ?")
                        .param(draft.id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void theNightOfAClockChangeShowsItsRealDuration() {
        clock.set(SomeRequest.at("2027-11-01", "08:00"));
        manager = world.signedIn(mine.account());
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", with(on("2027-11-06", "22:00", "06:00"), "unpaidBreak", ""));

        assertThat(manager.follow().text()).contains("9,00 h", "Changement d’heure cette nuit-là");
    }

    @Test
    void severalSchedulesAreAddedAndNeverOverlap() {
        manager.get(path(draft) + "/horaire");
        manager.press("OK", june("20", "21"));
        manager.get(path(draft) + "/horaire");

        Page refused = manager.press("OK", june("21", "21"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems().get(0)).startsWith("Il y a déjà un quart à ces heures le 2030-06-21.");
        assertThat(refused.text()).contains("Déjà à l’horaire");
        manager.press("OK", with(june("25", "26"), "unpaidBreak", ""));
        assertThat(manager.page().location()).hasValue(path(draft));
        assertThat(manager.follow().text())
                .contains("L’horaire est ajouté à la demande. Quarts : 2. Heures : 16,00.")
                .doesNotContain("Demande envoyée");
        assertThat(shiftsOf(draft)).isEqualTo(4);
    }

    @Test
    void aScheduleSubmittedTwiceCreatesItsShiftsOnce() {
        Page shown = manager.get(path(draft) + "/horaire");

        manager.press(shown, "OK", june("20", "21"));
        Page again = manager.press(shown, "OK", june("20", "21"));

        assertThat(again.location()).hasValue(path(draft) + "/envoyee");
        assertThat(shiftsOf(draft)).isEqualTo(2);
    }

    @Test
    void theSlowerOfTwoEditsKeepsItsInput() {
        Page shown = manager.get(path(draft) + "/horaire");
        jdbc.sql("update replacement_request set version = version + 1 where id = ?")
                .param(draft.id())
                .update();

        Page page = manager.press(shown, "OK", june("20", "21"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Quelqu’un d’autre a fait un changement entre-temps");
        assertThat(page.html().selectFirst("#startTime").val()).isEqualTo("08:30");
        manager.press("OK");
        assertThat(shiftsOf(draft)).isEqualTo(2);
    }

    @Test
    void aClosedRequestTakesNoSchedule() {
        jdbc.sql("update replacement_request set status = 'UNFILLED', submitted_at = now() where id = ?")
                .param(draft.id())
                .update();

        assertThat(manager.get(path(draft) + "/horaire").location()).hasValue(path(draft));
    }

    @Test
    void theAddressOfAPreviewRedirectsToTheForm() {
        assertThat(manager.get(path(draft) + "/horaire/apercu").location()).hasValue(path(draft) + "/horaire");
    }

    @Test
    void thePageIsCompleteInEnglish() {
        manager.get(path(draft) + "/horaire");
        manager.press("Aperçu", june("21", "25"));
        String address = manager.page().location().orElseThrow().replace("#apercu", "");

        assertThat(manager.get(address + "&langue=en").text())
                .contains("Set the schedule", "National Holiday, legal holiday", "Monday, June 24, 2030")
                .doesNotContain("??");
    }

    private static Map<String, Object> june(String from, String to) {
        Map<String, Object> fields = on("2030-06-" + from, "08:30", "16:30");
        fields.put("endDate", "2030-06-" + to);
        return fields;
    }

    private static Map<String, Object> on(String day, String start, String end) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("startDate", day);
        fields.put("endDate", day);
        fields.put("startTime", start);
        fields.put("endTime", end);
        fields.put("unpaidBreak", "30");
        return fields;
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }

    private static List<String> ticked(Page page) {
        return page.html().select("[name=days][checked]").eachAttr("value");
    }

    private int shiftsOf(ReplacementRequest request) {
        return startsOf(request).size();
    }

    private List<String> startsOf(ReplacementRequest request) {
        return jdbc.sql("""
                        select to_char(starts_at at time zone 'America/Toronto', 'YYYY-MM-DD HH24:MI')
                          from shift where request_id = ? order by starts_at
                        """).param(request.id()).query(String.class).list();
    }
}
