package ca.releve.replacement.manager;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class NewRequestPagesTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    SomeClient mine;
    Visitor manager;

    @BeforeEach
    void signIn() {
        mine = world.client();
        manager = world.signedIn(mine.account());
    }

    @Test
    void aManagerDescribesTheNeedAndGetsADraft() {
        manager.get("/remplacements/nouveau");
        Page saved = manager.press("Enregistrer", filled(manager.page()));

        assertThat(saved.status()).isEqualTo(303);
        Page request = manager.follow();
        assertThat(request.text())
                .contains("La demande est enregistrée", "Brouillon")
                .contains("Sans horaire : cette demande n’est pas encore envoyée")
                .contains(mine.facility().name(), "Éducatrice", "4 ans", "Remplacement en groupe", "Sonner en bas.");
        assertThat(request.html().select("a").eachText())
                .contains("Horaire", "Définir l’horaire", "Modifier", "Supprimer");
        assertThat(request.html().select(".notice-warning .notice-title.unsent").eachText())
                .containsExactly("Pas encore envoyée");
        assertThat(request.html().select("main .btn-primary").eachText()).containsExactly("Définir l’horaire");
        assertThat(request.html().selectFirst(".page-kicker").text())
                .matches("[BCDFGHJKMPQRTVWXZ2346789]{3}-[BCDFGHJKMPQRTVWXZ2346789]{4}");
        assertThat(request.html().select(".notice-success").eachText())
                .containsExactly("La demande est enregistrée comme brouillon.");
    }

    @Test
    void savingAgainAfterGoingBackMakesOneRequest() {
        Page first = manager.get("/remplacements/nouveau");
        Map<String, ?> typed = filled(first);
        String saved = manager.press("Enregistrer", typed).location().orElseThrow();
        manager.follow();
        manager.get("/remplacements/nouveau");

        Page again = manager.press("Enregistrer", typed);

        assertThat(again.location()).hasValue(saved);
        assertThat(manager.follow()
                        .html()
                        .select(".notice-warning .notice-title")
                        .eachText())
                .contains("Ce brouillon était déjà enregistré : rien n’a été ajouté.");
        assertThat(jdbc.sql("select count(*) from replacement_request where client_id = ?")
                        .param(mine.client().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameNeedOfAnotherPersonIsAnotherRequest() {
        Map<String, ?> typed = filled(manager.get("/remplacements/nouveau"));
        manager.press("Enregistrer", typed);
        Visitor colleague = world.signedIn(world.limitedManager(mine));
        colleague.get("/remplacements/nouveau");

        colleague.press("Enregistrer", typed);

        assertThat(colleague.follow().text()).contains("La demande est enregistrée comme brouillon.");
    }

    @Test
    void aManagerOfOneInstallationFindsItPreselected() {
        Page page = manager.get("/remplacements/nouveau");

        assertThat(page.html().select("#facilityId option[selected]").eachText())
                .containsExactly(mine.facility().name());
    }

    @Test
    void aManagerOfSeveralInstallationsChoosesOneOfThem() {
        world.facility(mine.client(), "Installation Saint-Charles");

        Page page = manager.get("/remplacements/nouveau");

        assertThat(page.html().select("#facilityId option").eachText())
                .containsExactlyInAnyOrder(
                        "Choisir une installation", mine.facility().name(), "Installation Saint-Charles");
        assertThat(page.html().select("#facilityId option[selected]").eachAttr("value"))
                .allMatch(String::isEmpty);
    }

    @Test
    void missingFieldsAreReportedInTheOrderOfThePageAndTheInputIsKept() {
        manager.get("/remplacements/nouveau");
        Page page = manager.press("Enregistrer", Map.of("facilityId", "", "notes", "Sonner en bas."));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Erreur :");
        assertThat(page.problems())
                .containsExactly(
                        "Choisissez une installation",
                        "Choisissez la fonction du remplaçant",
                        "Choisissez un groupe d’âge",
                        "Choisissez la tâche à exécuter",
                        "Choisissez si la personne doit être qualifiée ou non");
        assertThat(page.html().select("[data-problems] a").eachAttr("href"))
                .allSatisfy(anchor -> assertThat(page.html().select(anchor)).hasSize(1));
        assertThat(page.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner en bas.");
    }

    @Test
    void notesHaveAtMostAThousandCharacters() {
        manager.get("/remplacements/nouveau");
        Map<String, Object> fields = filled(manager.page());
        fields.put("notes", "é".repeat(1_001));

        Page page = manager.press("Enregistrer", fields);

        assertThat(page.problems()).containsExactly("Les notes ont au plus 1 000 caractères");
        assertThat(page.html().select("#notes-hint").text()).contains("N’inscrivez rien au sujet des enfants.");
    }

    @Test
    void aFormSubmittedTwiceCreatesOneRequest() {
        Page shown = manager.get("/remplacements/nouveau");
        Map<String, Object> fields = filled(shown);

        String first = manager.press(shown, "Enregistrer", fields).location().orElseThrow();
        String second = manager.press(shown, "Enregistrer", fields).location().orElseThrow();

        assertThat(second).isEqualTo(first);
        assertThat(requestsOf(mine)).isEqualTo(1);
    }

    @Test
    void anInstallationOfAnotherClientOrAnUnknownItemIsRefused() {
        SomeClient other = world.client();
        Page shown = manager.get("/remplacements/nouveau");
        Map<String, Object> fields = filled(shown);
        fields.put("facilityId", other.facility().id());
        fields.put("jobFunctionId", UUID.randomUUID());

        Page page = manager.press(shown, "Enregistrer", fields);

        assertThat(page.problems())
                .containsExactly("Choisissez une installation", "Choisissez la fonction du remplaçant");
        assertThat(requestsOf(mine) + requestsOf(other)).isZero();
    }

    @Test
    void aManagerWhoIsLimitedToSomeInstallationsIsOfferedOnlyThose() {
        UUID hidden = world.facility(mine.client(), "Installation cachée").id();
        limit(mine);

        Page shown = manager.get("/remplacements/nouveau");

        assertThat(shown.html().select("#facilityId option").eachText()).doesNotContain("Installation cachée");
        Map<String, Object> fields = filled(shown);
        fields.put("facilityId", hidden);
        assertThat(manager.press(shown, "Enregistrer", fields).problems())
                .containsExactly("Choisissez une installation");
    }

    @Test
    void anOldRequestIsDuplicated() {
        manager.get("/remplacements/nouveau");
        manager.press("Enregistrer", filled(manager.page()));
        manager.follow();

        Page copy = manager.click("Dupliquer");

        assertThat(copy.html().select("#jobFunctionId option[selected]").text()).isEqualTo("Éducatrice");
        assertThat(copy.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner en bas.");
        manager.press("Enregistrer");
        assertThat(manager.page().status()).isEqualTo(303);
        assertThat(requestsOf(mine)).isEqualTo(2);

        Visitor stranger = world.signedIn(world.client().account());
        String mineToCopy = "/remplacements/nouveau?modele="
                + manager.page().location().orElseThrow().substring("/remplacements/".length());
        assertThat(stranger.get(mineToCopy).status()).isEqualTo(404);
        assertThat(stranger.get("/remplacements/nouveau?modele=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void staffCreateNoRequests() {
        assertThat(world.signedIn(world.dispatcher())
                        .get("/remplacements/nouveau")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thePageIsCompleteInEnglish() {
        Page page = manager.get("/remplacements/nouveau?langue=en");

        assertThat(page.text())
                .contains("New replacement", "Age group", "Qualified or not")
                .doesNotContain("??");
        assertThat(page.html().select("#ageGroupId option").eachText()).contains("4 years");
    }

    private void limit(SomeClient client) {
        jdbc.sql("update client_manager set all_facilities = false where id = ?")
                .param(client.manager().id())
                .update();
        jdbc.sql("insert into client_manager_facility (client_manager_id, client_id, facility_id) values (?, ?, ?)")
                .params(
                        client.manager().id(),
                        client.client().id(),
                        client.facility().id())
                .update();
    }

    private int requestsOf(SomeClient client) {
        return jdbc.sql("select count(*) from replacement_request where client_id = ?")
                .param(client.client().id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> filled(Page shown) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("facilityId", mine.facility().id());
        fields.put("jobFunctionId", option(shown, "jobFunctionId", "Éducatrice"));
        fields.put("ageGroupId", option(shown, "ageGroupId", "4 ans"));
        fields.put("taskTypeId", option(shown, "taskTypeId", "Remplacement en groupe"));
        fields.put("qualified", "true");
        fields.put("notes", "Sonner en bas.");
        return fields;
    }

    static String option(Page shown, String field, String text) {
        return shown.html().select("#" + field + " option").stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .map(Element::val)
                .orElseThrow();
    }
}
