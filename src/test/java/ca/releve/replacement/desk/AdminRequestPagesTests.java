package ca.releve.replacement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.PassingOfTime;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.Shift;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
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
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AdminRequestPagesTests {

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PassingOfTime passingOfTime;

    @Autowired
    ReplacementRequestsForStaff requests;

    SomeClient client;
    Visitor dispatcher;

    @BeforeEach
    void signInAsADispatcher() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        client = world.client();
        dispatcher = world.signedIn(world.dispatcher());
    }

    @Test
    void thePageShowsTheClientAndWhomToCall() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));

        dispatcher.get(page(request));

        assertThat(dispatcher.page().text())
                .contains(client.client().name(), client.facility().name(), request.code(), "Soumise")
                .contains(client.manager().name(), "418 555-0101", "12, rue des Érables", "Sonner à la porte verte.")
                .contains("Sonner à la porte de côté.", "À combler", "05:45 à 09:45");
        assertThat(dispatcher.get("/admin/demandes/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(dispatcher.get("/admin/demandes/rien").status()).isEqualTo(404);
    }

    @Test
    void theSearchIsStartedOnceForRepeatedSubmissions() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        Page shown = dispatcher.get(page(request));

        assertThat(dispatcher.press(shown, "Prendre en recherche", Map.of()).status())
                .isEqualTo(303);
        assertThat(dispatcher.follow().text()).contains("La demande est prise en recherche.", "En recherche");
        dispatcher.press(shown, "Prendre en recherche", Map.of());
        assertThat(dispatcher.page().location()).hasValue(page(request));
        assertThat(events(request)).containsExactly("request.taken");
    }

    @Test
    void aQuestionIsSentToTheClientAndNeedsAText() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        dispatcher.get(page(request));
        Page shown = dispatcher.click("Demander une précision");

        dispatcher.press("Envoyer la question", Map.of("reason", "  "));
        assertThat(dispatcher.page().status()).isEqualTo(422);
        assertThat(dispatcher.page().problems()).containsExactly("Inscrivez votre question");
        dispatcher.press("Envoyer la question", Map.of("reason", "x".repeat(2_001)));
        assertThat(dispatcher.page().problems()).containsExactly("Écrivez au plus 2 000 caractères");
        assertThat(dispatcher.page().html().selectFirst("textarea").wholeText().strip())
                .hasSize(2_001);

        dispatcher.press(shown, "Envoyer la question", Map.of("reason", "Quelle porte?"));
        assertThat(dispatcher.follow().text()).contains("À préciser", "Quelle porte?", "En attente de la réponse");
        dispatcher.press(shown, "Envoyer la question", Map.of("reason", "Quelle porte?"));
        assertThat(dispatcher.page().location()).hasValue(page(request));
        assertThat(events(request)).containsExactly("request.info-asked");
        assertThat(dispatcher.get(page(request) + "/precision").location()).hasValue(page(request));
    }

    @Test
    void aRefusalNeedsAReason() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        dispatcher.get(page(request));
        Page shown = dispatcher.click("Refuser");

        dispatcher.press("Refuser la demande", Map.of("reason", ""));
        assertThat(dispatcher.page().status()).isEqualTo(422);
        assertThat(dispatcher.page().problems()).containsExactly("Inscrivez la raison");

        dispatcher.press(shown, "Refuser la demande", Map.of("reason", "Personne dans la région."));
        assertThat(dispatcher.follow().text()).contains("Refusée", "Personne dans la région.");
        assertThat(events(request)).containsExactly("request.declined");
    }

    @Test
    void anActionThatTheStatusForbidsIsExplained() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        dispatcher.get(page(request));
        Page take = dispatcher.page();
        Page decline = dispatcher.get(page(request) + "/refus");
        dispatcher.press(take, "Prendre en recherche", Map.of());

        dispatcher.press(decline, "Refuser la demande", Map.of("reason", "Trop tard."));
        assertThat(dispatcher.page().status()).isEqualTo(409);
        assertThat(dispatcher.page().text()).contains("Quelqu’un d’autre a fait un changement", "Motif Trop tard.");
        assertThat(dispatcher.click("Revoir la page à jour").status()).isEqualTo(200);

        dispatcher.press(decline, "Refuser la demande", Map.of("reason", "Trop tard.", "version", version(request)));
        dispatcher.get(page(request));
        Page declined = dispatcher.page();
        assertThat(declined.text()).contains("Refusée");
        dispatcher.post(
                page(request) + "/recherche", Map.of("submissionId", UUID.randomUUID(), "version", version(request)));
        assertThat(dispatcher.page().status()).isEqualTo(409);
        assertThat(dispatcher.click("Revoir la page à jour").location()).hasValue(page(request));
        for (String verb : List.of("/refus", "/precision", "/affectation", "/annulation")) {
            assertThat(dispatcher.get(page(request) + verb).location()).as(verb).hasValue(page(request));
        }
    }

    @Test
    void theStaffCancelARequestForAClientOnThePhone() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        dispatcher.get(page(request));
        dispatcher.click("Annuler la demande");

        dispatcher.press("Annuler la demande", Map.of("reason", "Mme Tremblay a téléphoné."));

        assertThat(dispatcher.follow().text()).contains("Annulée", "Mme Tremblay a téléphoné.");
    }

    @Test
    void aSubstituteIsAssignedToOneShiftOrToAllOfThem() {
        Substitute amelie = world.substitute();
        ReplacementRequest request =
                world.sentRequest(client, in(Duration.ofDays(1)), in(Duration.ofDays(2)), in(Duration.ofDays(3)));
        UUID first = request.shifts().get(0).id();

        dispatcher.get(page(request) + "/affectation?quart=" + first + "&texte=" + lastNumber(amelie));
        dispatcher.press("Confirmer l’affectation", Map.of());
        assertThat(dispatcher.page().status()).isEqualTo(422);
        assertThat(dispatcher.page().problems()).containsExactly("Choisissez une remplaçante");
        Page shown = dispatcher.page();
        dispatcher.press(shown, "Confirmer l’affectation", Map.of("substitute", amelie.id()));
        assertThat(dispatcher.page().location()).hasValue(page(request));
        assertThat(dispatcher.follow().text()).contains("L’affectation est confirmée.", amelie.name(), "1 sur 3");
        dispatcher.press(shown, "Confirmer l’affectation", Map.of("substitute", amelie.id()));
        assertThat(dispatcher.page().location()).hasValue(page(request));

        dispatcher.get(page(request) + "/affectation?texte=" + lastNumber(amelie));
        assertThat(dispatcher.page().text()).contains("2 quarts, 8,00 h");
        dispatcher.press("Confirmer l’affectation", Map.of("substitute", amelie.id()));
        assertThat(dispatcher.follow().text()).contains("Comblée", "3 sur 3");
        assertThat(events(request)).containsExactly("substitute.confirmed", "substitute.confirmed");
        assertThat(dispatcher.get(page(request) + "/affectation").location()).hasValue(page(request));
    }

    @Test
    void candidatesAreShownWithTheirQualificationsAndConflicts() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        Substitute busy = world.substitute();
        world.confirmed(world.client(), busy, world.shift(Duration.ofDays(1).plusHours(2), 4));
        Substitute tired = world.substitute();
        world.confirmed(client, tired, world.shift(Duration.ofDays(2), 20), world.shift(Duration.ofDays(3), 20));
        Substitute unqualified = world.save(new Substitute("Josée", "Roy " + System.nanoTime(), "", "", false));
        Substitute gone = world.substitute();
        jdbc.sql("update substitute set active = false where id = ?")
                .param(gone.id())
                .update();

        assertThat(candidates(request, busy)).contains("Pas libres", "Déjà prise du 2027-03-09 à 07:45 à 11:45");
        assertThat(dispatcher
                        .page()
                        .html()
                        .selectFirst("input[value=" + busy.id() + "]")
                        .hasAttr("disabled"))
                .isTrue();
        assertThat(candidates(request, tired))
                .contains("40,00 h cette semaine-là", "Dépasse 40 h cette semaine-là", "N’a pas la fonction");
        assertThat(candidates(request, unqualified)).contains("La demande veut une personne qualifiée");
        assertThat(candidates(request, gone)).doesNotContain(gone.name()).contains("Aucune remplaçante libre");
        dispatcher.get(page(request) + "/affectation");
        assertThat(dispatcher.page().html().select("input[name=substitute]").size())
                .isLessThanOrEqualTo(25);
    }

    @Test
    void anAssignmentWithoutAShiftAsksForOne() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        dispatcher.get(page(request) + "/affectation");

        Page answer = dispatcher.post(
                page(request) + "/affectation",
                Map.of(
                        "submissionId", UUID.randomUUID(),
                        "version", request.version(),
                        "substitute", world.substitute().id()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".error-summary a").text()).contains("Choisissez au moins un quart");
    }

    @Test
    void assigningWarnsOfLongDaysAndWeeksOverAllClients() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        Substitute rested = world.substitute();
        Substitute longDay = world.substitute();
        world.confirmed(world.client(), longDay, world.shift(Duration.ofDays(1).minusHours(10), 9));
        Substitute longWeek = world.substitute();
        world.confirmed(
                world.client(),
                longWeek,
                world.shift(Duration.ofDays(2), 12),
                world.shift(Duration.ofDays(3), 12),
                world.shift(Duration.ofDays(4), 12),
                world.shift(Duration.ofDays(5), 11));

        assertThat(candidates(request, rested)).doesNotContain("elle peut refuser", "Dépasse");
        assertThat(candidates(request, longDay))
                .contains("Plus de 12 h en 24 heures : elle peut refuser")
                .doesNotContain("Dépasse");
        assertThat(candidates(request, longWeek)).contains("Dépasse 50 h cette semaine-là : elle peut refuser");
    }

    @Test
    void adjacentBookingsAreAllowed() {
        Substitute amelie = world.substitute();
        world.confirmed(client, amelie, world.shift(Duration.ofDays(1), 4));
        ReplacementRequest after =
                world.sentRequest(client, world.shift(Duration.ofDays(1).plusHours(4), 4));

        assertThat(assign(after, amelie).status()).isEqualTo(303);
    }

    @Test
    void aSubstituteBookedElsewhereIsRefusedWithTheTimes() {
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.sentRequest(client, world.shift(Duration.ofDays(1), 4));
        Page shown = dispatcher.get(page(request) + "/affectation?texte=" + lastNumber(amelie));
        world.confirmed(world.client(), amelie, world.shift(Duration.ofDays(1).plusHours(3), 4));

        dispatcher.press(shown, "Confirmer l’affectation", Map.of("substitute", amelie.id()));

        assertThat(dispatcher.page().status()).isEqualTo(409);
        assertThat(dispatcher.page().text())
                .contains(amelie.name() + " vient d’être affectée ailleurs de 08:45 à 12:45");
        assertThat(dispatcher.click("Revoir la page à jour").text()).contains("Affecter une remplaçante");
    }

    @Test
    void aChangedShiftIsReconfirmedOrReleased() {
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.confirmed(client, amelie, in(Duration.ofDays(1)), in(Duration.ofDays(2)));
        changeTimes(request);

        Page shown = dispatcher.get(page(request));
        assertThat(shown.text()).contains("À reconfirmer");
        dispatcher.press(shown, "Reconfirmer mar. 9 mars 05:45", Map.of());
        assertThat(dispatcher.follow().text()).contains("La remplaçante est de nouveau confirmée.");
        dispatcher.press(shown, "Reconfirmer mar. 9 mars 05:45", Map.of());
        assertThat(dispatcher.page().location()).hasValue(page(request));

        Shift second = request.shifts().get(1);
        dispatcher.get(page(request) + "/quarts/" + second.id() + "/liberation");
        dispatcher.press("Libérer la remplaçante", Map.of("reason", ""));
        assertThat(dispatcher.page().problems()).containsExactly("Inscrivez la raison");
        assertThat(dispatcher.page().text()).contains(amelie.name());
        dispatcher.press("Libérer la remplaçante", Map.of("reason", "Elle est malade."));
        assertThat(dispatcher.follow().text()).contains("À combler", "Elle est malade.");
        assertThat(events(request)).contains("shift.reconfirmed", "shift.released");
        assertThat(dispatcher
                        .get(page(request) + "/quarts/" + second.id() + "/liberation")
                        .location())
                .hasValue(page(request));
    }

    @Test
    void anAbsenceCanBeRecordedOnceTheShiftHasBegun() {
        ReplacementRequest request = world.confirmed(client, world.substitute(), in(Duration.ofDays(1)));
        String absence = page(request) + "/quarts/" + request.shifts().get(0).id() + "/absence";
        assertThat(dispatcher.get(absence).location()).hasValue(page(request));

        testClock.advance(Duration.ofHours(25));
        Awaitility.await().until(() -> {
            passingOfTime.catchUp();
            return requests.get(request.id()).status() == RequestStatus.IN_PROGRESS;
        });
        // The session of the day before has expired.
        dispatcher = world.signedIn(world.dispatcher());
        dispatcher.get(absence);
        dispatcher.press("Noter l’absence", Map.of("reason", "Elle n’est pas venue."));

        assertThat(dispatcher.follow().text()).contains("Remplaçante absente", "Elle n’est pas venue.");
    }

    @Test
    void aShiftWithoutASubstituteIsMarkedAsUnfilled() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)), in(Duration.ofDays(2)));
        dispatcher.get(page(request) + "/quarts/" + request.shifts().get(0).id() + "/non-comble");

        dispatcher.press("Laisser non comblé", Map.of("reason", "Personne n’est libre."));

        assertThat(dispatcher.follow().text()).contains("Non comblé", "Personne n’est libre.");
        assertThat(events(request)).containsExactly("shift.given-up");
        assertThat(dispatcher
                        .get(page(request) + "/quarts/" + UUID.randomUUID() + "/non-comble")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void managersHaveNoAccess() {
        ReplacementRequest request = world.sentRequest(client, in(Duration.ofDays(1)));
        Visitor manager = world.signedIn(client.account());
        String shift = "/quarts/" + request.shifts().get(0).id();

        for (String verb : List.of("", "/recherche", "/precision", "/refus", "/annulation", "/affectation")) {
            assertThat(manager.get(page(request) + verb).status()).as(verb).isEqualTo(403);
        }
        manager.get("/remplacements");
        for (String verb : List.of(
                "/recherche",
                "/precision",
                "/refus",
                "/annulation",
                "/affectation",
                shift + "/reconfirmation",
                shift + "/liberation",
                shift + "/absence",
                shift + "/non-comble")) {
            assertThat(manager.post(
                                    page(request) + verb,
                                    Map.of("submissionId", UUID.randomUUID(), "version", 0, "reason", "Non"))
                            .status())
                    .as(verb)
                    .isEqualTo(403);
        }
        assertThat(events(request)).isEmpty();
    }

    @Test
    void thePagesAreAvailableInEnglish() {
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.confirmed(client, amelie, in(Duration.ofDays(1)), in(Duration.ofDays(2)));
        for (String verb :
                List.of("", "/annulation", "/quarts/" + request.shifts().get(0).id() + "/liberation")) {
            dispatcher.get(page(request) + verb + "?langue=en");
            assertThat(dispatcher.page().status()).isEqualTo(200);
            assertThat(dispatcher.page().body()).doesNotContain("??");
        }
    }

    private Page assign(ReplacementRequest request, Substitute substitute) {
        dispatcher.get(page(request) + "/affectation?texte=" + lastNumber(substitute));
        return dispatcher.press("Confirmer l’affectation", Map.of("substitute", substitute.id()));
    }

    private String candidates(ReplacementRequest request, Substitute substitute) {
        return dispatcher
                .get(page(request) + "/affectation?texte=" + lastNumber(substitute))
                .text();
    }

    private void changeTimes(ReplacementRequest request) {
        for (Shift shift : request.shifts()) {
            jdbc.sql("update shift set status = 'TO_RECONFIRM' where id = ?")
                    .param(shift.id())
                    .update();
            jdbc.sql("update assignment set status = 'TO_RECONFIRM' where shift_id = ?")
                    .param(shift.id())
                    .update();
        }
    }

    private int version(ReplacementRequest request) {
        return jdbc.sql("select version from replacement_request where id = ?")
                .param(request.id())
                .query(Integer.class)
                .single();
    }

    private List<String> events(ReplacementRequest request) {
        return jdbc.sql("select event from history_entry where request_id = ? order by at, id")
                .param(request.id())
                .query(String.class)
                .list();
    }

    private PlannedShift in(Duration fromNow) {
        return world.shift(fromNow, 4);
    }

    private static String lastNumber(Substitute substitute) {
        String name = substitute.lastName();
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String page(ReplacementRequest request) {
        return "/admin/demandes/" + request.id();
    }
}
