package ca.releve.replacement.schedule;

import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.SomeRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ShiftPagesTests {

    private static final PlannedShift TUESDAY = SomeRequest.day("2030-06-04", "08:00", "16:00", 30);
    private static final PlannedShift WEDNESDAY = SomeRequest.day("2030-06-05", "08:00", "16:00", 30);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    SomeClient mine;
    Visitor manager;
    Substitute amelie;
    ReplacementRequest request;

    @BeforeEach
    void signIn() {
        mine = world.client();
        amelie = world.substitute();
        request = world.confirmed(mine, amelie, TUESDAY, WEDNESDAY);
        manager = world.signedIn(mine.account());
    }

    @Test
    void changedTimesMustBeReconfirmedByTheSubstitute() {
        manager.get(path(request));
        Page form = manager.click("Modifier mar. 4 juin, 08:00");
        assertThat(form.html().selectFirst("#startTime").val()).isEqualTo("08:00");
        assertThat(form.text()).contains(amelie.name() + " devra confirmer de nouveau");

        manager.press("Enregistrer", Map.of("startTime", "9h", "endTime", "17:00"));

        assertThat(manager.follow().text())
                .contains(
                        "La remplaçante doit confirmer de nouveau.", "À reconfirmer", "09:00 à 17:00", "Partiellement")
                .contains("Quart modifié : le mardi 4 juin 2030, de 08:00 à 16:00, pause de 30 min, devient le mardi "
                        + "4 juin 2030, de 09:00 à 17:00, pause de 30 min.");
    }

    /** The database copies the new times to the assignment. */
    @Test
    void theAssignmentGetsTheTimesOfTheShift() {
        edit(Map.of("date", "2030-06-06"));

        assertThat(jdbc.sql("""
                        select count(*) from assignment a join shift s on s.id = a.shift_id
                         where s.request_id = ? and a.starts_at = s.starts_at and a.ends_at = s.ends_at
                           and s.starts_at = timestamptz '2030-06-06T12:00:00Z'
                        """).param(request.id()).query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void aSubstituteBookedElsewhereIsReleasedWithoutNamingTheOtherClient() {
        SomeClient other = world.client();
        world.confirmed(other, amelie, SomeRequest.day("2030-06-04", "17:00", "21:00", 0));

        edit(Map.of("endTime", "18:00"));

        assertThat(manager.follow().text())
                .contains("n’est pas libre à ces heures", "À combler", "08:00 à 18:00")
                .doesNotContain(other.client().name(), other.facility().name());
    }

    @Test
    void adjacentShiftsDoNotConflict() {
        world.confirmed(world.client(), amelie, SomeRequest.day("2030-06-04", "17:00", "21:00", 0));

        edit(Map.of("endTime", "17:00"));

        assertThat(manager.follow().text()).contains("À reconfirmer");
    }

    @Test
    void aBreakThatChangesThePaidHoursMustBeReconfirmed() {
        edit(Map.of("unpaidBreak", "60"));

        assertThat(manager.follow().text())
                .contains("La remplaçante doit confirmer de nouveau.", "À reconfirmer", "60 min", "7,00");
    }

    @Test
    void aShiftOfOverTwelveHoursIsAskedAbout() {
        manager.get(shift(0) + "/modification");
        Page asked = manager.press("Enregistrer", Map.of("startTime", "7:00", "endTime", "4:30"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.problems())
                .containsExactly(
                        "De 07:00 à 04:30, cela fait 21,50 h. Est-ce 16:30? Sinon, cochez « Oui, c’est exact »");

        asked = manager.press("Enregistrer", Map.of("startTime", "7:00", "endTime", "19:30"));
        assertThat(asked.problems())
                .containsExactly("De 07:00 à 19:30, cela fait 12,50 h. Si c’est juste, cochez « Oui, c’est exact »");
        manager.press("Enregistrer", Map.of("exact", "true"));
        assertThat(manager.follow().text()).contains("07:00 à 19:30");
    }

    @Test
    void anEndAtTheTimeOfTheStartIsRefused() {
        manager.get(shift(0) + "/modification");

        assertThat(manager.press("Enregistrer", Map.of("endTime", "8:00")).problems())
                .containsExactly("La fin ne peut pas être à la même heure que le début");
    }

    @Test
    void afterAnAbsenceTheSameHoursAreAskedForAgainInTheSameRequest() {
        clock.set(SomeRequest.at("2030-06-04", "08:30"));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String absence = "/admin/demandes/" + request.id() + "/quarts/"
                + request.shifts().get(0).id() + "/absence";
        dispatcher.get(absence);
        dispatcher.press("Noter l’absence", Map.of("reason", "Elle n’est pas venue."));
        assertThat(dispatcher.page().status()).isEqualTo(303);

        manager = world.signedIn(mine.account());
        manager.get(path(request) + "/horaire");
        Map<String, Object> again = Map.of(
                "startDate", "2030-06-04",
                "endDate", "2030-06-04",
                "startTime", "08:00",
                "endTime", "16:00",
                "unpaidBreak", "30");
        assertThat(manager.press("OK", again).status()).isEqualTo(303);

        assertThat(manager.follow().text())
                .contains("Remplaçante absente", "À combler", "Le début est déjà passé 2030-06-04, 08:00");
    }

    @Test
    void missingAndConflictingFieldsAreReported() {
        manager.get(shift(0) + "/modification");
        Page page = manager.press("Enregistrer", Map.of("date", "", "startTime", "9h75", "unpaidBreak", "x"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly(
                        "Inscrivez la date",
                        "Inscrivez l’heure de début, par exemple 8 h 30 ou 08:30",
                        "Inscrivez la pause en minutes, par exemple 30");

        manager.get(shift(0) + "/modification");
        assertThat(manager.press("Enregistrer", Map.of("date", "2030-06-05"))
                        .problems()
                        .get(0))
                .startsWith("Il y a déjà un quart à ces heures le 2030-06-05.");
        manager.get(shift(0) + "/modification");
        assertThat(manager.press("Enregistrer", Map.of("date", "2020-06-05")).problems())
                .containsExactly("Le quart du 2020-06-05 serait déjà passé");
    }

    @Test
    void anAmbiguousTimeMustBeChosenAndIsRemembered() {
        clock.set(SomeRequest.at("2027-11-01", "08:00"));
        manager = world.signedIn(mine.account());
        manager.get(shift(0) + "/modification");

        Page asked = manager.press("Enregistrer", Map.of("date", "2027-11-07", "startTime", "1:30", "endTime", "9:00"));
        assertThat(asked.status()).isEqualTo(422);
        manager.press("Enregistrer", Map.of("startOccurrence", "SECOND"));

        assertThat(manager.page().status()).isEqualTo(303);
        assertThat(manager.get(shift(0) + "/modification")
                        .html()
                        .select("[name=startOccurrence][checked]")
                        .eachAttr("value"))
                .containsExactly("SECOND");
    }

    @Test
    void theSlowerOfTwoEditsSeesTheStoredValuesAndKeepsItsInput() {
        Page shown = manager.get(shift(0) + "/modification");
        edit(Map.of("startTime", "07:00"));

        Page page = manager.press(shown, "Enregistrer", Map.of("endTime", "17:00"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Quelqu’un d’autre a fait un changement", "mar. 4 juin, 07:00 à 16:00");
        assertThat(page.html().selectFirst("#endTime").val()).isEqualTo("17:00");
    }

    @Test
    void aChangeSubmittedTwiceIsAppliedOnce() {
        Page shown = manager.get(shift(0) + "/modification");

        manager.press(shown, "Enregistrer", Map.of("endTime", "17:00"));
        Page again = manager.press(shown, "Enregistrer", Map.of("endTime", "17:00"));

        assertThat(again.location()).hasValue(path(request));
        assertThat(jdbc.sql("select count(*) from history_entry where request_id = ? and event like 'shift.changed%'")
                        .param(request.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneShiftIsCancelledWithAReason() {
        manager.get(path(request));
        Page shown = manager.click("Retirer mar. 4 juin, 08:00");
        assertThat(shown.text()).contains("Retirer un quart", "mar. 4 juin", amelie.name());
        assertThat(manager.press("Retirer le quart").problems()).containsExactly("Inscrivez la raison de l’annulation");

        manager.press(shown, "Retirer le quart", Map.of("reason", "Journée pédagogique."));

        Page page = manager.follow();
        assertThat(page.text()).contains("Le quart est retiré.", "Journée pédagogique.", "Quarts comblés : 1 sur 1");
        assertThat(page.html().select("tbody tr.row-off").text()).contains("Annulé");
        assertThat(manager.press(shown, "Retirer le quart", Map.of("reason", "Journée pédagogique."))
                        .location())
                .as("pressed twice")
                .hasValue(path(request));
        assertThat(manager.get(shift(0) + "/annulation").location()).hasValue(path(request));
        assertThat(manager.get(shift(0) + "/modification").location()).hasValue(path(request));
    }

    @Test
    void cancellingTheLastShiftCancelsTheRequest() {
        for (int i : new int[] {0, 1}) {
            manager.get(shift(i) + "/annulation");
            manager.press("Retirer le quart", Map.of("reason", "Erreur."));
        }

        assertThat(manager.follow().text()).contains("Demande annulée", "Erreur.");
    }

    @Test
    void aShiftThatHasBegunIsNotChanged() {
        Page shown = manager.get(shift(0) + "/modification");
        clock.set(SomeRequest.at("2030-06-04", "08:30"));
        manager = world.signedIn(mine.account());
        manager.get("/accessibilite");

        Page page = manager.post(
                shift(0) + "/modification",
                Map.of(
                        "submissionId",
                        shown.html().selectFirst("input[name=submissionId]").val(),
                        "version",
                        shown.html().selectFirst("input[name=version]").val(),
                        "date",
                        "2030-06-04",
                        "startTime",
                        "08:00",
                        "endTime",
                        "18:00"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Ce quart est commencé", "Heure de fin", "18:00");
    }

    private void edit(Map<String, Object> fields) {
        manager.get(shift(0) + "/modification");
        manager.press("Enregistrer", fields);
        assertThat(manager.page().status()).isEqualTo(303);
    }

    private String shift(int number) {
        return path(request) + "/quarts/" + request.shifts().get(number).id();
    }
}
