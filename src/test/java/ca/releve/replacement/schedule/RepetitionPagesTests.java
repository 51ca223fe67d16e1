package ca.releve.replacement.schedule;

import static ca.releve.replacement.SomeRequest.day;
import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.SomeRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Refaire cette demande ». */
@PortalTest
class RepetitionPagesTests {

    private static final String SEND = "Envoyer la demande";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    SomeClient mine;
    Visitor manager;

    @Test
    void nextWeekHasTheSameWeekdaysAndTimes() {
        ReplacementRequest request =
                sent("2030-06-03", day("2030-06-03", "08:30", "16:30", 30), day("2030-06-05", "22:00", "06:00", 0));
        manager.get(path(request));

        Page page = manager.click("Refaire cette demande");

        assertThat(page.html().selectFirst("#firstDay").val()).isEqualTo("2030-06-10");
        assertThat(page.html().select(".day-name").eachText())
                .containsExactly("le lundi 10 juin 2030", "le mercredi 12 juin 2030");
        assertThat(page.text()).contains("15,50 h");
        manager.press(SEND);
        assertThat(manager.follow().text()).contains("Demande envoyée", "Quarts 2", "15,50 h");
        assertThat(starts())
                .containsExactly("2030-06-03 08:30", "2030-06-05 22:00", "2030-06-10 08:30", "2030-06-12 22:00");
        assertThat(jdbc.sql("select distinct break_minutes from shift where client_id = ? order by 1")
                        .param(mine.client().id())
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 30);
    }

    @Test
    void anOldRequestIsMadeAgainInTheWeekAfterThisOne() {
        ReplacementRequest request = sent("2030-06-03", day("2030-06-05", "08:30", "16:30", 30));
        clock.set(SomeRequest.at("2030-07-18", "09:00"));
        manager = world.signedIn(mine.account());

        Page page = manager.get(path(request) + "/reprise");

        assertThat(page.html().selectFirst("#firstDay").val()).isEqualTo("2030-07-24");
    }

    @Test
    void aRequestOfALaterWeekIsMadeAgainAWeekLater() {
        ReplacementRequest request = sent("2030-06-03", day("2030-08-05", "08:30", "16:30", 30));

        assertThat(manager.get(path(request) + "/reprise")
                        .html()
                        .selectFirst("#firstDay")
                        .val())
                .isEqualTo("2030-08-12");
    }

    @Test
    void otherDaysMayBeChosenAndNothingIsSentByThePreview() {
        ReplacementRequest request =
                sent("2030-06-03", day("2030-06-03", "08:30", "16:30", 30), day("2030-06-04", "09:00", "12:00", 0));
        manager.get(path(request) + "/reprise");

        Page preview = manager.press("Aperçu", Map.of("firstDay", "jeudi 13 juin 2030"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html().select(".day-name").eachText())
                .containsExactly("le jeudi 13 juin 2030", "le vendredi 14 juin 2030");
        assertThat(starts()).hasSize(2);
        manager.press(SEND, Map.of("days", "2030-06-14T0900"));
        manager.follow();
        assertThat(starts()).containsExactly("2030-06-03 08:30", "2030-06-04 09:00", "2030-06-14 09:00");
    }

    @Test
    void aLegalHolidayIsLeftOutAndSaid() {
        ReplacementRequest request =
                sent("2030-06-17", day("2030-06-17", "08:30", "16:30", 30), day("2030-06-18", "08:30", "16:30", 30));
        Page page = manager.get(path(request) + "/reprise");
        assertThat(page.text()).contains("Fête nationale, jour férié");

        manager.press(SEND);

        assertThat(manager.follow().text())
                .contains("Jours fériés laissés de côté", "2030-06-24, Fête nationale", "Quarts 1");
    }

    @Test
    void aTimeThatTheClockSkipsIsRefusedAtTheDay() {
        ReplacementRequest request = sent("2027-03-01", day("2027-03-07", "02:30", "10:00", 30));
        manager.get(path(request) + "/reprise");

        Page page = manager.press(SEND, Map.of("firstDay", "2027-03-14"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).singleElement().asString().startsWith("L’heure 02:30 n’existe pas le 2027-03-14");
        assertThat(page.html().select("[data-problems] a").attr("href")).isEqualTo("#firstDay");
        assertThat(starts()).hasSize(1);
    }

    @Test
    void aTimeThatComesTwiceIsAskedAbout() {
        ReplacementRequest request = sent("2026-10-20", day("2026-10-25", "01:30", "09:00", 0));
        manager.get(path(request) + "/reprise");
        Page asked = manager.press(SEND, Map.of("firstDay", "2026-11-01"));
        assertThat(asked.problems()).singleElement().asString().contains("l’horloge affiche deux fois 01:30");

        manager.press(SEND, Map.of("startOccurrence", "FIRST"));

        assertThat(manager.follow().text()).contains("Demande envoyée", "8,50 h");
    }

    @Test
    void aNightOfAClockChangeHasItsTrueLength() {
        ReplacementRequest request = sent("2026-10-20", day("2026-10-24", "22:00", "06:00", 0));

        Page page = manager.get(path(request) + "/reprise");

        assertThat(page.text()).contains("Changement d’heure cette nuit-là", "9,00 h");
    }

    @Test
    void aShiftThatWasCancelledIsNotMadeAgain() {
        ReplacementRequest request =
                sent("2030-06-03", day("2030-06-05", "08:30", "16:30", 30), day("2030-06-06", "08:30", "16:30", 30));
        manager.get(path(request) + "/quarts/" + request.shifts().get(0).id() + "/annulation");
        manager.press("Retirer le quart", Map.of("reason", "Elle est revenue."));

        assertThat(manager.get(path(request) + "/reprise")
                        .html()
                        .select(".day-name")
                        .eachText())
                .containsExactly("le jeudi 13 juin 2030");
    }

    @Test
    void aDayIsChosenAndADayInThePastIsRefused() {
        ReplacementRequest request = sent("2030-06-03", day("2030-06-05", "08:30", "16:30", 30));
        manager.get(path(request) + "/reprise");

        assertThat(manager.press(SEND, Map.of("firstDay", "")).problems()).containsExactly("Inscrivez le premier jour");
        assertThat(manager.press(SEND, Map.of("firstDay", "2030-05-01")).problems())
                .containsExactly("Le quart du 2030-05-01 serait déjà passé");
        assertThat(manager.press(SEND, Map.of("firstDay", "2030-06-12", "days", "", "shown", "2030-06-12T0830"))
                        .problems())
                .containsExactly("Cochez au moins un jour dans l’aperçu");
        assertThat(starts()).hasSize(1);
    }

    @Test
    void whatIsNoLongerOfferedIsNotAskedForAgain() {
        ReplacementRequest request = sent("2030-06-03", day("2030-06-05", "08:30", "16:30", 30));
        manager.get(path(request) + "/reprise");
        jdbc.sql("update replacement_request set task_type_id = ? where id = ?")
                .params(inactiveTask(), request.id())
                .update();

        Page page = manager.press(SEND);

        assertThat(page.problems()).singleElement().asString().contains("n’est plus offert");
        assertThat(page.html().select("a").eachText()).contains("Changer le besoin");
    }

    @Test
    void sendingTheSameWeekTwiceSendsOneRequest() {
        ReplacementRequest request = sent("2030-06-03", day("2030-06-05", "08:30", "16:30", 30));
        manager.get(path(request) + "/reprise");
        manager.press(SEND);
        manager.get(path(request) + "/reprise");

        manager.press(SEND);

        assertThat(manager.follow().text()).contains("Cette demande était déjà envoyée : rien n’a été ajouté.");
        assertThat(starts()).hasSize(2);
    }

    @Test
    void aDraftHasNothingToMakeAgain() {
        signIn("2030-06-03");
        ReplacementRequest draft = world.request(mine);

        assertThat(manager.get(path(draft)).text()).doesNotContain("Refaire cette demande");
        assertThat(manager.get(path(draft) + "/reprise").location()).hasValue(path(draft));
    }

    @Test
    void aRequestOfAnotherClientIsNotFound() {
        ReplacementRequest request = sent("2030-06-03", day("2030-06-05", "08:30", "16:30", 30));
        Visitor stranger = world.signedIn(world.client().account());

        assertThat(stranger.get(path(request) + "/reprise").status()).isEqualTo(404);
        stranger.get("/accessibilite");
        assertThat(stranger.post(
                                path(request) + "/reprise",
                                Map.of("submissionId", UUID.randomUUID(), "firstDay", "2030-06-12"))
                        .status())
                .isEqualTo(404);
        assertThat(starts()).hasSize(1);
    }

    private ReplacementRequest sent(String today, PlannedShift... shifts) {
        signIn(today);
        return world.sentRequest(mine, shifts);
    }

    private void signIn(String today) {
        clock.set(SomeRequest.at(today, "07:00"));
        mine = world.client();
        manager = world.signedIn(mine.account());
    }

    private UUID inactiveTask() {
        UUID task = world.taskType().id();
        jdbc.sql("update task_type set active = false where id = ?").param(task).update();
        return task;
    }

    /** The starts of all shifts of the client, on the wall clock. */
    private List<String> starts() {
        return jdbc.sql("""
                        select to_char(starts_at at time zone zone, 'YYYY-MM-DD HH24:MI') from shift
                         where client_id = ? order by starts_at
                        """).param(mine.client().id()).query(String.class).list();
    }
}
