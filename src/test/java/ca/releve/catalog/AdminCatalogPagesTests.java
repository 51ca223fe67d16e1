package ca.releve.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.Need;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.web.form.Choice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AdminCatalogPagesTests {

    @Autowired
    World world;

    @Autowired
    Catalogs catalogs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = world.signedIn(world.administrator());
    }

    @Test
    void everyServiceStartsWithTheThreeLists() {
        Page page = administrator.get("/admin/listes");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("#fonctions tbody th").eachText())
                .contains("Éducatrice", "Responsable de l’alimentation", "Adjointe administrative");
        assertThat(page.html().select("#groupes tbody th").eachText())
                .containsSubsequence("Poupons (moins de 18 mois)", "18 mois à 3 ans", "Sans groupe");
        assertThat(page.html().select("#taches tbody th").eachText()).contains("Remplacement en groupe", "Cuisine");
        assertThat(administrator.get("/admin/listes?langue=en").text()).contains("Infants (under 18 months)");
    }

    @Test
    void anAdministratorAddsAnItemAndItIsOffered() {
        String name = unique("Stagiaire d’été");

        Page shown = administrator.get("/admin/listes/fonctions/nouveau");
        administrator.press("Enregistrer", Map.of("nameFr", name, "nameEn", "Summer trainee", "position", "70"));

        assertThat(administrator.page().status()).isEqualTo(303);
        assertThat(administrator.follow().text()).contains("L’élément est ajouté à la liste.", name);
        assertThat(texts(catalogs.in(Locale.CANADA_FRENCH).jobFunctions())).contains(name);

        assertThat(administrator
                        .press(
                                shown,
                                "Enregistrer",
                                Map.of("nameFr", name, "nameEn", "Summer trainee", "position", "70"))
                        .location())
                .as("pressed twice")
                .hasValue("/admin/listes");
        assertThat(texts(catalogs.in(Locale.CANADA_FRENCH).jobFunctions())).containsOnlyOnce(name);
    }

    @Test
    void missingFieldsAreReportedAndTheInputIsKept() {
        administrator.get("/admin/listes/taches/nouveau");
        Page page = administrator.press("Enregistrer", Map.of("nameFr", " ", "nameEn", "Opening", "position", "dix"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Inscrivez le nom en français", "Inscrivez un nombre entier");
        assertThat(page.html().selectFirst("#position").val()).isEqualTo("dix");
        assertThat(page.html().selectFirst("#nameEn").val()).isEqualTo("Opening");
        assertThat(page.title()).startsWith("Erreur : ");
    }

    @Test
    void aNameIsUniqueInItsList() {
        AgeGroup group = world.ageGroup();

        administrator.get("/admin/listes/groupes/nouveau");
        Page page = administrator.press("Enregistrer", Map.of("nameFr", group.nameFr(), "nameEn", "Again"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Ce nom français est déjà dans la liste");
    }

    @Test
    void aDeactivatedItemIsOfferedOnlyWhereItIsInUse() {
        TaskType task = world.taskType();
        administrator.get("/admin/listes");

        administrator.click("Désactiver " + task.nameFr());
        administrator.press("Désactiver");

        assertThat(administrator.follow().text()).contains("il n’est plus offert dans les nouvelles demandes");
        CatalogChoices choices = catalogs.in(Locale.CANADA);
        assertThat(texts(choices.taskTypes())).doesNotContain(task.nameEn());
        assertThat(texts(choices.taskTypes(task.id()))).contains(task.nameEn());
        assertThat(choices.nameOf(task.id())).isEqualTo(task.nameEn());

        administrator.press("Réactiver " + task.nameFr());
        assertThat(texts(catalogs.in(Locale.CANADA).taskTypes())).contains(task.nameEn());
        assertThat(administrator.get("/admin/listes/taches/" + task.id()).text())
                .contains("« " + task.nameFr() + " » est de nouveau offert.", "Josée Lavoie");
    }

    @Test
    void aDeactivationAsksWhatHappensToTheRequestsThatUseAFunctionAnAgeGroupOrATask() {
        SomeClient some = world.client();
        Need need = new Need(
                world.jobFunction().id(),
                world.ageGroup().id(),
                world.taskType().id(),
                true,
                "");
        ReplacementRequest cancelled = sent(some, need);
        ReplacementRequest kept = sent(some, need);

        assertThat(administrator
                        .get("/admin/listes/groupes/" + need.ageGroupId() + "/desactivation")
                        .text())
                .contains("Demandes en cours", cancelled.code(), kept.code());
        assertThat(administrator
                        .get("/admin/listes/taches/" + need.taskTypeId() + "/desactivation")
                        .text())
                .contains(cancelled.code(), kept.code());
        Page asked = administrator.get("/admin/listes/fonctions/" + need.jobFunctionId() + "/desactivation");
        assertThat(asked.html().select("select[name=choix]")).hasSize(2);
        assertThat(asked.text())
                .contains(
                        cancelled.code(), some.client().name(), some.facility().name(), "(comblés : 0 sur 1)");

        administrator.press("Désactiver", Map.of("choix", List.of(cancelled.id() + ":retirer", "")));
        assertThat(administrator.page().status()).isEqualTo(422);
        assertThat(administrator.page().problems())
                .containsExactly(
                        "Inscrivez la raison de l’annulation",
                        "Dites pour chaque demande en cours si elle est annulée ou si elle reste");
        administrator.press(
                "Désactiver",
                Map.of(
                        "choix", List.of(cancelled.id() + ":retirer", ""),
                        "garderReste", "true",
                        "reason", "Nous n’offrons plus cette fonction."));

        assertThat(administrator.page().status()).isEqualTo(303);
        assertThat(status(cancelled)).isEqualTo("CANCELLED");
        assertThat(status(kept)).isEqualTo("SUBMITTED");
        assertThat(world.mailTo(some.account().email()).text())
                .contains(cancelled.code(), "Nous n’offrons plus cette fonction.");
    }

    private ReplacementRequest sent(SomeClient some, Need need) {
        ReplacementRequest request =
                new ReplacementRequest(unique("R"), some.facility(), need, world.actor(some.account()), clock);
        request.schedule(List.of(world.shift(Duration.ofDays(3), 8)), world.actor(some.account()), clock);
        return world.save(request);
    }

    private String status(ReplacementRequest request) {
        return jdbc.sql("select status from replacement_request where id = ?")
                .param(request.id())
                .query(String.class)
                .single();
    }

    @Test
    void theSecondOfTwoConcurrentEditsKeepsItsInput() {
        JobFunction function = world.jobFunction();
        String path = "/admin/listes/fonctions/" + function.id();
        Visitor second = world.signedIn(world.administrator());
        second.get(path);
        administrator.get(path);
        String first = unique("Première");
        administrator.press("Enregistrer", Map.of("nameFr", first));

        Page conflict = second.press("Enregistrer", Map.of("nameFr", unique("Seconde"), "position", "33"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().selectFirst("#position").val()).isEqualTo("33");
        assertThat(conflict.text()).contains("Quelqu’un d’autre a fait un changement", first);
        assertThat(second.get(path).html().selectFirst("#nameFr").val()).isEqualTo(first);
    }

    @Test
    void textIsStoredUnchangedAndShownEscaped() {
        JobFunction function = world.jobFunction();
        String odd = unique("<script>alert('é')</script> l'Été d’🍁 & \"co\"");
        administrator.get("/admin/listes/fonctions/" + function.id());
        administrator.press("Enregistrer", Map.of("nameFr", odd, "nameEn", odd));

        assertThat(jdbc.sql("select name_fr from job_function where id = ?")
                        .param(function.id())
                        .query(String.class)
                        .single())
                .isEqualTo(odd);
        Page list = administrator.follow();
        assertThat(list.text()).contains(odd);
        assertThat(list.html().select("main script")).isEmpty();
        assertThat(administrator.get("/admin/listes/fonctions/" + function.id()).text())
                .contains("« " + function.nameFr() + " » devient « " + odd + " ».");
    }

    @Test
    void onlyAnAdministratorHasAccess() {
        JobFunction function = world.jobFunction();
        for (String path : List.of(
                "/admin/listes", "/admin/listes/fonctions/nouveau", "/admin/listes/fonctions/" + function.id())) {
            assertThat(world.signedIn(world.client().account()).get(path).status())
                    .isEqualTo(403);
            assertThat(world.signedIn(world.dispatcher()).get(path).status()).isEqualTo(403);
            assertThat(world.stranger().get(path).location()).hasValue("/connexion");
        }
        Visitor dispatcher = world.signedIn(world.dispatcher());
        dispatcher.get("/admin/listes");
        assertThat(dispatcher
                        .post(
                                "/admin/listes/fonctions/" + function.id() + "/desactivation",
                                Map.of("version", 0, "submissionId", function.id()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anUnknownListOrItemIsNotFound() {
        assertThat(administrator.get("/admin/listes/couleurs/nouveau").status()).isEqualTo(404);
        assertThat(administrator
                        .get("/admin/listes/fonctions/" + world.ageGroup().id())
                        .status())
                .isEqualTo(404);
    }

    private static List<String> texts(List<Choice> choices) {
        return choices.stream().map(Choice::text).toList();
    }

    private static String unique(String name) {
        return name + " " + System.nanoTime() % 1_000_000_000;
    }
}
