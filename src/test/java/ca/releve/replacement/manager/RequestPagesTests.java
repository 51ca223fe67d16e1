package ca.releve.replacement.manager;

import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.SomeRequest;
import ca.releve.shared.SearchText;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RequestPagesTests {

    private static final Duration IN_TWO_DAYS = Duration.ofDays(2);

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    SomeClient mine;
    Visitor manager;

    @BeforeEach
    void signIn() {
        mine = world.client();
        manager = world.signedIn(mine.account());
    }

    @Test
    void onePageShowsTheWholeRequest() {
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.confirmed(mine, amelie, world.shift(IN_TWO_DAYS, 8));

        Page page = manager.get(path(request));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).startsWith("Demande " + request.code());
        assertThat(page.text())
                .contains(request.code(), "Comblée", "Tous les quarts sont comblés")
                .contains(amelie.name(), "Qualifiée", "8,00")
                .contains("Quarts comblés : 1 sur 1")
                .contains("Sonner à la porte de côté.", "Sonner à la porte verte.")
                .contains("Total prévu", "Dupliquer", "Annuler la demande")
                .doesNotContain("Supprimer", amelie.phone(), amelie.email(), "??");
        assertThat(page.html().select("table td[data-label='Qui vient']").text())
                .contains(amelie.name());
    }

    @Test
    void aNightShiftSaysThatItEndsTheNextDay() {
        ReplacementRequest request = world.sentRequest(mine, night());

        assertThat(manager.get(path(request)).html().selectFirst("tbody tr").text())
                .contains("22:00 à 06:00 (lendemain, 2030-06-05)");
        assertThat(manager.get(path(request) + "?langue=en")
                        .html()
                        .selectFirst("tbody tr")
                        .text())
                .contains("22:00 to 06:00 (next day, 2030-06-05)");
    }

    @Test
    void thePageCitesTheLawOnBreaksAndShortShifts() {
        ReplacementRequest request =
                world.sentRequest(mine, world.shift(IN_TWO_DAYS, 6), world.shift(IN_TWO_DAYS.plusDays(1), 2));

        assertThat(manager.get(path(request)).text())
                .contains("Quarts de plus de 5 h sans pause : 1", "art. 79")
                .contains("Quarts de moins de 3 h : 1", "art. 58");
    }

    @Test
    void thePageShowsWhoCancelledWhenAndWhy() {
        ReplacementRequest request = world.sentRequest(mine, world.shift(IN_TWO_DAYS, 6));
        manager.get(path(request));
        manager.click("Annuler la demande");
        manager.press("Annuler la demande", Map.of("reason", "Journée pédagogique."));

        Page page = manager.follow();

        assertThat(page.text())
                .contains(
                        "La demande est annulée.",
                        "Demande annulée",
                        "Journée pédagogique.",
                        mine.account().name())
                .doesNotContain("Définir l’horaire", "Retirer");
        assertThat(page.html().select("tbody tr.row-off")).hasSize(1);
        assertThat(page.html().select("a").eachText()).doesNotContain("Modifier", "Annuler la demande");
    }

    @Test
    void aQuestionOfTheServiceIsAnsweredOnThePage() {
        ReplacementRequest request = asked();

        Page shown = manager.get(path(request));
        assertThat(shown.text()).contains("Le service vous pose une question", "À quelle porte?", "Chantal Bouchard");
        Page empty = manager.press("Renvoyer", Map.of("reason", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.problems()).containsExactly("Inscrivez votre réponse");

        manager.press(shown, "Renvoyer", Map.of("reason", "Celle du parc."));
        assertThat(manager.page().status()).isEqualTo(303);
        assertThat(manager.follow().text())
                .contains("Votre réponse est envoyée au service.", "Soumise", "Celle du parc.")
                .doesNotContain("Renvoyer");

        assertThat(manager.press(shown, "Renvoyer", Map.of("reason", "Celle du parc."))
                        .location())
                .as("pressed twice")
                .hasValue(path(request));
        assertThat(manager.get(path(request) + "/reponse").location()).hasValue(path(request));
    }

    @Test
    void aLateAnswerIsShownAgainWithItsText() {
        ReplacementRequest request = asked();
        Page shown = manager.get(path(request));
        jdbc.sql("update replacement_request set version = version + 1 where id = ?")
                .param(request.id())
                .update();

        Page page = manager.press(shown, "Renvoyer", Map.of("reason", "Celle du parc."));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Votre réponse", "Celle du parc.");
    }

    @Test
    void aChangeOfTheNeedIsRecordedInTheHistory() {
        ReplacementRequest request = world.confirmed(mine, world.substitute(), world.shift(IN_TWO_DAYS, 8));
        manager.get(path(request));
        Page form = manager.click("Modifier");
        assertThat(form.text()).contains("devra confirmer de nouveau");

        manager.press(
                "Enregistrer",
                Map.of("ageGroupId", NewRequestPagesTests.option(form, "ageGroupId", "5 ans"), "qualified", "false"));

        Page page = manager.follow();
        assertThat(page.text())
                .contains("La demande est modifiée.", "À reconfirmer", "5 ans", "Qualifiée ou non")
                .contains("devient « 5 ans »", "Qualifié ou non : « Oui » devient « Non »");
        assertThat(jdbc.sql("select search_text from replacement_request where id = ?")
                        .param(request.id())
                        .query(String.class)
                        .single())
                .contains(
                        "5 ans",
                        "5 years",
                        "amelie",
                        SearchText.of(mine.facility().name()));
    }

    @Test
    void twoConcurrentEditsDoNotOverwriteEachOther() {
        ReplacementRequest request = world.request(mine);
        Page mineShown = manager.get(path(request) + "/modification");
        Visitor colleague = world.signedIn(mine.account());
        colleague.get(path(request) + "/modification");
        colleague.press("Enregistrer", Map.of("notes", "Entrer par la cour."));
        assertThat(colleague.page().status()).isEqualTo(303);

        Page page = manager.press(mineShown, "Enregistrer", Map.of("notes", "Demander Julie."));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Quelqu’un d’autre a fait un changement", "Entrer par la cour.");
        assertThat(page.html().selectFirst("#notes").wholeText()).isEqualTo("Demander Julie.");
        manager.press("Enregistrer");
        assertThat(manager.follow().text()).contains("Demander Julie.");
    }

    @Test
    void aChangeSubmittedTwiceIsAppliedOnce() {
        ReplacementRequest request = world.request(mine);
        Page shown = manager.get(path(request) + "/modification");

        manager.press(shown, "Enregistrer", Map.of("notes", "Entrer par la cour."));
        Page again = manager.press(shown, "Enregistrer", Map.of("notes", "Entrer par la cour."));

        assertThat(again.location()).hasValue(path(request));
        assertThat(history(request, "request.edited.1")).isEqualTo(1);
    }

    @Test
    void aFormSubmittedAgainWithOtherValuesIsReportedAsNotSaved() {
        ReplacementRequest request = world.request(mine);
        Page shown = manager.get(path(request) + "/modification");
        manager.press(shown, "Enregistrer", Map.of("notes", "Entrer par la cour."));

        Page other = manager.press(shown, "Enregistrer", Map.of("notes", "Entrer par le parc."));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text())
                .contains("Déjà envoyé", "Vous aviez déjà envoyé ce formulaire", "Entrer par le parc.")
                .doesNotContain(mine.facility().id().toString());
        assertThat(manager.click("Revoir la page à jour").text())
                .contains("Entrer par la cour.")
                .doesNotContain("parc.");
        assertThat(history(request, "request.edited.1")).isEqualTo(1);
    }

    @Test
    void whatWasTypedIsShownWhenTheDraftIsGone() {
        ReplacementRequest request = world.request(mine);
        Page shown = manager.get(path(request) + "/modification");
        manager.get(path(request) + "/suppression");
        manager.press("Supprimer le brouillon");

        Page answer = manager.press(shown, "Enregistrer", Map.of("notes", "Entrer par la cour."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains(
                        "Quelqu’un d’autre a supprimé ce brouillon",
                        "Ce que vous aviez inscrit",
                        "Entrer par la cour.");
        assertThat(answer.html().select("main .actions a").attr("href")).isEqualTo("/remplacements");
        assertThat(manager.get(path(request) + "/modification").status()).isEqualTo(404);
    }

    @Test
    void theTimesThatWereTypedAreShownWhenTheDraftIsGone() {
        ReplacementRequest request = world.request(mine);
        Page shown = manager.get(path(request) + "/horaire");
        Visitor colleague = world.signedIn(world.limitedManager(mine));
        colleague.get(path(request) + "/suppression");
        colleague.press("Supprimer le brouillon");

        Page answer = manager.press(shown, "OK", Map.of("startTime", "8h30", "endTime", "16:30"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains("Quelqu’un d’autre a supprimé ce brouillon", "Heure de début 8h30", "Heure de fin 16:30");
    }

    @Test
    void aDraftThatAnotherClientDeletedIsNotFound() {
        SomeClient other = world.client();
        ReplacementRequest theirs = world.request(other);
        Visitor them = world.signedIn(other.account());
        them.get(path(theirs) + "/suppression");
        them.press("Supprimer le brouillon");
        Page own = manager.get(path(world.request(mine)) + "/modification");

        Map<String, Object> fields = Map.of("submissionId", UUID.randomUUID(), "version", "0", "notes", "Bonjour.");
        assertThat(own.status()).isEqualTo(200);
        assertThat(manager.post(path(theirs) + "/modification", fields).status())
                .isEqualTo(404);
    }

    @Test
    void aFormThatSomebodyElseSentIsNotTakenForSaved() {
        ReplacementRequest request = world.request(mine);
        Page shown = manager.get(path(request) + "/modification");
        manager.press(shown, "Enregistrer", Map.of("notes", "Entrer par la cour."));
        String id = shown.html().select("main input[name=submissionId]").val();
        Visitor colleague = world.signedIn(world.limitedManager(mine));
        colleague.get(path(request) + "/modification");

        Page answer = colleague.press("Enregistrer", Map.of("submissionId", id, "notes", "Entrer par le parc."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Ce formulaire a été envoyé par quelqu’un d’autre.", "Entrer par le parc.");
    }

    @Test
    void aVersionThatIsNoNumberIsABadRequest() {
        ReplacementRequest request = world.request(mine);
        manager.get(path(request) + "/modification");

        assertThat(manager.press("Enregistrer", Map.of("version", "abc")).status())
                .isEqualTo(400);
    }

    @Test
    void aFormWithoutFieldsChangesNothing() {
        ReplacementRequest request = world.request(mine);
        manager.get(path(request) + "/modification");

        Page page = manager.press("Enregistrer", Map.of("taskTypeId", "", "notes", "é".repeat(1_001)));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly("Choisissez la tâche à exécuter", "Les notes ont au plus 1 000 caractères");
        assertThat(page.html().selectFirst("#notes").wholeText()).hasSize(1_001);
    }

    @Test
    void aDraftIsDeletedAfterAConfirmation() {
        ReplacementRequest request = world.request(mine);
        manager.get(path(request));
        Page shown = manager.click("Supprimer");
        assertThat(shown.text()).contains("Supprimer le brouillon " + request.code());

        manager.press("Supprimer le brouillon");

        assertThat(manager.page().location()).hasValue("/remplacements");
        assertThat(manager.get(path(request)).status()).isEqualTo(404);
        assertThat(manager.press(shown, "Supprimer le brouillon", Map.of()).location())
                .as("pressed twice")
                .hasValue("/remplacements");
        assertThat(history(request, "request.deleted")).isEqualTo(1);
    }

    @Test
    void aSubmittedRequestIsNotDeleted() {
        ReplacementRequest request = world.request(mine);
        Page shown = manager.get(path(request) + "/suppression");
        jdbc.sql("update replacement_request set status = 'SUBMITTED', submitted_at = now() where id = ?")
                .param(request.id())
                .update();

        assertThat(manager.press(shown, "Supprimer le brouillon", Map.of()).status())
                .isEqualTo(409);
        assertThat(manager.page().text()).contains("Seul un brouillon peut être supprimé");
        assertThat(manager.get(path(request) + "/suppression").location()).hasValue(path(request));
    }

    @Test
    void theConfirmationOfACancellationTodayCitesTheLawAndNamesTheSubstitutes() {
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.confirmed(mine, amelie, world.shift(Duration.ofMinutes(1), 8));

        Page page = manager.get(path(request) + "/annulation");

        assertThat(page.text())
                .contains("Un quart commence aujourd’hui", "art. 58", "Seront averties : " + amelie.name());
        assertThat(manager.press("Annuler la demande").problems())
                .containsExactly("Inscrivez la raison de l’annulation");
    }

    @Test
    void cancellingTwiceCancelsOnce() {
        ReplacementRequest request = world.sentRequest(mine, world.shift(IN_TWO_DAYS, 6));
        Page shown = manager.get(path(request) + "/annulation");
        assertThat(shown.text()).doesNotContain("aujourd’hui");

        manager.press(shown, "Annuler la demande", Map.of("reason", "Erreur."));
        Page again = manager.press(shown, "Annuler la demande", Map.of("reason", "Erreur."));

        assertThat(again.location()).hasValue(path(request));
        assertThat(history(request, "request.cancelled")).isEqualTo(1);
        assertThat(manager.get(path(request) + "/annulation").location()).hasValue(path(request));
    }

    @Test
    void aCancellationOfAChangedRequestMustBeConfirmedAgain() {
        ReplacementRequest request = world.sentRequest(mine, world.shift(IN_TWO_DAYS, 6));
        Page shown = manager.get(path(request) + "/annulation");
        jdbc.sql("update replacement_request set version = version + 1 where id = ?")
                .param(request.id())
                .update();

        Page page = manager.press(shown, "Annuler la demande", Map.of("reason", "Erreur."));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().selectFirst("#reason").wholeText()).isEqualTo("Erreur.");
        manager.press("Annuler la demande");
        assertThat(manager.follow().text()).contains("La demande est annulée.");
    }

    /** ACC-03: a user without access to a request gets the same answer as for an unknown one. */
    @Test
    void aRequestOfAnotherClientIsNotFound() {
        ReplacementRequest request = world.confirmed(mine, world.substitute(), world.shift(IN_TWO_DAYS, 8));
        UUID shift = request.shifts().get(0).id();
        Visitor stranger = world.signedIn(world.client().account());
        Visitor limited = world.signedIn(limitedColleague());

        for (Visitor visitor : List.of(stranger, limited)) {
            for (String address : List.of(
                    "",
                    "/envoyee",
                    "/modification",
                    "/suppression",
                    "/annulation",
                    "/reponse",
                    "/horaire",
                    "/horaire?startDate=2030-06-04&endDate=2030-06-04&startTime=08:00&endTime=16:00&weekdays=MONDAY",
                    "/horaire/apercu",
                    "/quarts/{shift}/modification",
                    "/quarts/{shift}/annulation")) {
                String path = address.replace("{shift}", shift.toString());
                UUID nothing = UUID.randomUUID();
                Page theirs = visitor.get(path(request) + path);
                Page none = visitor.get("/remplacements/" + nothing + path);

                assertSameAsNothing(theirs, none, request.id(), nothing, "GET " + address);
                if (!address.isEmpty() && !address.contains("?") && !address.equals("/envoyee")) {
                    Map<String, Object> fields = Map.ofEntries(
                            Map.entry("submissionId", UUID.randomUUID()),
                            Map.entry("version", 0),
                            Map.entry("facilityId", mine.facility().id()),
                            Map.entry("jobFunctionId", request.need().jobFunctionId()),
                            Map.entry("ageGroupId", request.need().ageGroupId()),
                            Map.entry("taskTypeId", request.need().taskTypeId()),
                            Map.entry("qualified", true),
                            Map.entry("reason", "Non."),
                            Map.entry("date", "2030-06-04"),
                            Map.entry("startDate", "2030-06-04"),
                            Map.entry("endDate", "2030-06-04"),
                            Map.entry("startTime", "8:00"),
                            Map.entry("endTime", "16:00"));
                    visitor.get("/accessibilite");
                    Page theirPost = visitor.post(path(request) + path, fields);
                    visitor.get("/accessibilite");
                    Page noPost = visitor.post("/remplacements/" + nothing + path, fields);
                    assertSameAsNothing(theirPost, noPost, request.id(), nothing, "POST " + address);
                }
            }
        }
        assertThat(manager.get(path(request)).text()).contains("Comblée");
    }

    @Test
    void aShiftOfAnotherRequestIsNotFoundEither() {
        ReplacementRequest request = world.sentRequest(mine, world.shift(IN_TWO_DAYS, 8));
        ReplacementRequest other = world.sentRequest(mine, world.shift(IN_TWO_DAYS, 8));

        String path = path(request) + "/quarts/" + other.shifts().get(0).id();

        assertThat(manager.get(path + "/modification").status()).isEqualTo(404);
        assertThat(manager.get(path + "/annulation").status()).isEqualTo(404);
    }

    @Test
    void staffHaveTheirOwnPages() {
        ReplacementRequest request = world.request(mine);

        assertThat(world.signedIn(world.dispatcher()).get(path(request)).status())
                .isEqualTo(403);
    }

    @Test
    void typedTextIsShownEscaped() {
        ReplacementRequest request = world.request(mine);
        manager.get(path(request) + "/modification");
        manager.press("Enregistrer", Map.of("notes", "<script>alert('É')</script>"));

        Page page = manager.follow();

        assertThat(page.text()).contains("<script>alert('É')</script>");
        assertThat(page.html().select("main script")).isEmpty();
    }

    @Test
    void thePageTakesFewStatements() {
        ReplacementRequest request = world.confirmed(
                mine,
                world.substitute(),
                world.shift(IN_TWO_DAYS, 8),
                world.shift(IN_TWO_DAYS.plusDays(1), 8),
                world.shift(IN_TWO_DAYS.plusDays(2), 8));
        manager.get(path(request));

        assertThat(statements.during(() -> manager.get(path(request)))).hasSizeLessThanOrEqualTo(5);
    }

    private ca.releve.account.Account limitedColleague() {
        SomeClient other = world.client();
        UUID elsewhere = world.facility(mine.client(), "Ailleurs").id();
        jdbc.sql("update client_manager set client_id = ?, all_facilities = false where id = ?")
                .params(mine.client().id(), other.manager().id())
                .update();
        jdbc.sql("insert into client_manager_facility (client_manager_id, client_id, facility_id) values (?, ?, ?)")
                .params(other.manager().id(), mine.client().id(), elsewhere)
                .update();
        return other.account();
    }

    private ReplacementRequest asked() {
        ReplacementRequest request = world.draft(mine, mine.facility());
        request.schedule(List.of(world.shift(IN_TWO_DAYS, 8)), world.actor(mine.account()), clock);
        request.askForInfo("À quelle porte?", SomeRequest.STAFF, clock);
        return world.save(request);
    }

    private int history(ReplacementRequest request, String event) {
        return jdbc.sql("select count(*) from history_entry where request_id = ? and event = ?")
                .params(request.id(), event)
                .query(Integer.class)
                .single();
    }

    private static void assertSameAsNothing(Page theirs, Page none, UUID id, UUID nothing, String address) {
        assertThat(theirs.status()).as(address).isEqualTo(404);
        assertThat(none.status()).as(address).isEqualTo(404);
        assertThat(withoutIds(theirs, id)).as(address).isEqualTo(withoutIds(none, nothing));
    }

    private static String withoutIds(Page page, UUID id) {
        page.html().select("input[name=_csrf]").forEach(Element::remove);
        return page.html().html().replace(id.toString(), "id");
    }

    static PlannedShift night() {
        return SomeRequest.day("2030-06-04", "22:00", "06:00", 0);
    }
}
