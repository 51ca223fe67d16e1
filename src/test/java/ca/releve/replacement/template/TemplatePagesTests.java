package ca.releve.replacement.template;

import static ca.releve.replacement.SomeRequest.day;
import static ca.releve.replacement.SomeRequest.path;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class TemplatePagesTests {

    private static final String NEW = "/remplacements/nouveau";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    SomeClient mine;
    Visitor manager;
    ReplacementRequest request;

    @BeforeEach
    void signIn() {
        mine = world.client();
        manager = world.signedIn(mine.account());
        request = world.sentRequest(
                mine, day("2030-06-17", "07:00", "15:30", 30), day("2030-06-19", "07:00", "15:30", 30));
    }

    @Test
    void aRequestBecomesATemplateThatStartsANewOne() {
        manager.get(path(request));
        manager.click("Enregistrer comme modèle");
        manager.press("Enregistrer", Map.of("templateName", "Ouverture des poupons"));
        assertThat(manager.page().location()).hasValue("/modeles");
        assertThat(manager.follow().text())
                .contains("Le modèle est enregistré.", "Ouverture des poupons", "07:00–15:30, pause 30 min")
                .contains(mine.facility().name());

        manager.get(NEW);
        Page started = manager.click("Ouverture des poupons");

        assertThat(started.html().select("#facilityId option[selected]").text())
                .isEqualTo(mine.facility().name());
        assertThat(started.html().selectFirst("#notes").wholeText()).isEqualTo("Sonner à la porte de côté.");
        assertThat(started.html().select("#startTime, #endTime, #unpaidBreak").eachAttr("value"))
                .containsExactly("07:00", "15:30", "30");
        assertThat(started.html().select("[name=weekdays][checked]").eachAttr("value"))
                .containsExactly("MONDAY", "WEDNESDAY");
        manager.press("Envoyer la demande", Map.of("startDate", "2030-07-01", "endDate", "2030-07-05"));
        assertThat(manager.follow().text()).contains("Demande envoyée", "2030-07-01, Fête du Canada", "Quarts 1");
    }

    @Test
    void aTemplateIsRenamedAndDeleted() {
        save("Ouverture");
        manager.follow();
        manager.click("Renommer le modèle Ouverture");
        manager.press("Enregistrer", Map.of("templateName", "Ouverture des poupons"));
        assertThat(manager.follow().text()).contains("Le modèle est renommé.", "Ouverture des poupons");

        manager.click("Supprimer Ouverture des poupons");
        manager.press("Supprimer le modèle");

        assertThat(manager.follow().text()).contains("Le modèle est supprimé.", "Aucun modèle pour le moment");
        assertThat(manager.get(NEW).text()).doesNotContain("Ouverture des poupons", "Gérer les modèles");
        assertThat(jdbc.sql(
                                "select event from history_entry where client_id = ? and event like 'template%' order by at, id")
                        .param(mine.client().id())
                        .query(String.class)
                        .list())
                .containsExactly("template.created", "template.renamed", "template.deleted");
    }

    @Test
    void aNameIsGivenOnceInAnInstallation() {
        save("Ouverture");
        Page taken = save("OUVERTURE");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.problems())
                .containsExactly("Cette installation a déjà un modèle de ce nom. Choisissez un autre nom");
        assertThat(taken.html().selectFirst("#templateName").val()).isEqualTo("OUVERTURE");
        save("Fermeture");
        manager.follow();
        manager.click("Renommer le modèle Fermeture");

        assertThat(manager.press("Enregistrer", Map.of("templateName", "ouverture"))
                        .problems())
                .containsExactly("Cette installation a déjà un modèle de ce nom. Choisissez un autre nom");
        assertThat(manager.press("Enregistrer", Map.of("templateName", "FERMETURE"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aNameIsNeededAndShort() {
        manager.get(path(request) + "/modele");

        assertThat(manager.press("Enregistrer", Map.of("templateName", " ")).problems())
                .containsExactly("Inscrivez le nom du modèle");
        assertThat(manager.press("Enregistrer", Map.of("templateName", "é".repeat(61)))
                        .problems())
                .containsExactly("Le nom du modèle a au plus 60 caractères");
    }

    @Test
    void aFormThatIsSentTwiceMakesOneTemplate() {
        Page shown = manager.get(path(request) + "/modele");
        manager.press(shown, "Enregistrer", Map.of("templateName", "Ouverture"));

        assertThat(manager.press(shown, "Enregistrer", Map.of("templateName", "Ouverture"))
                        .location())
                .hasValue("/modeles");
    }

    @Test
    void twoManagersDoNotOverwriteEachOther() {
        save("Ouverture");
        manager.follow();
        Page shown = manager.click("Renommer le modèle Ouverture");
        manager.press(shown, "Enregistrer", Map.of("templateName", "Matin"));
        Visitor colleague = world.signedIn(world.limitedManager(mine));
        colleague.get("/accessibilite");
        String version = shown.html().selectFirst("main form [name=version]").val();
        String address = shown.html().selectFirst("main form").attr("action");

        Page answer = colleague.post(
                address, Map.of("submissionId", UUID.randomUUID(), "version", version, "templateName", "Aube"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.html().selectFirst("#templateName").val()).isEqualTo("Aube");
    }

    @Test
    void onlyManagersWhoSeeTheInstallationSeeItsTemplates() {
        Facility other = world.facility(mine.client(), "Installation de la Rive");
        ReplacementRequest there = world.draft(mine, other);
        there.schedule(List.of(day("2030-06-17", "07:00", "15:30", 30)), world.actor(mine.account()), clock);
        world.save(there);
        manager.get(path(there) + "/modele");
        manager.press("Enregistrer", Map.of("templateName", "Rive"));
        save("Parc");
        String rive = jdbc.sql("select id::text from request_template where client_id = ? and name = 'Rive'")
                .param(mine.client().id())
                .query(String.class)
                .single();

        assertThat(manager.get("/modeles").text()).contains("Rive", "Parc");
        for (Visitor visitor : List.of(
                world.signedIn(world.limitedManager(mine)),
                world.signedIn(world.client().account()))) {
            assertThat(visitor.get("/modeles").text()).doesNotContain("Rive");
            assertThat(visitor.get(NEW).text()).doesNotContain("Rive");
            assertThat(visitor.get(NEW + "?depuis=" + rive).status()).isEqualTo(404);
            assertThat(visitor.get("/modeles/" + rive + "/nom").status()).isEqualTo(404);
            assertThat(visitor.get("/modeles/" + rive + "/suppression").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aDraftWithoutHoursIsNoTemplate() {
        ReplacementRequest draft = world.request(mine);

        assertThat(manager.get(path(draft)).text()).doesNotContain("Enregistrer comme modèle");
        assertThat(manager.get(path(draft) + "/modele").location()).hasValue(path(draft));
    }

    private Page save(String name) {
        manager.get(path(request) + "/modele");
        return manager.press("Enregistrer", Map.of("templateName", name));
    }
}
