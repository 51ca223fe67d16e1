package ca.releve.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.catalog.AgeGroup;
import ca.releve.catalog.JobFunction;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AdminSubstitutePagesTests {

    @Autowired
    World world;

    @Autowired
    SubstituteStore substitutes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    Visitor dispatcher;

    @BeforeEach
    void signIn() {
        dispatcher = world.signedIn(world.dispatcher());
    }

    @Test
    void theSearchIgnoresAccents() {
        Substitute amelie = world.substitute();
        String number = amelie.lastName().replaceAll("\\D", "");
        dispatcher.get("/admin/remplacantes");

        for (String text : List.of("amelie gagnon " + number, "GAGNON " + number + ", am", amelie.email())) {
            Page page = dispatcher.press("Filtrer", Map.of("texte", text));
            assertThat(page.html().select("tbody tr")).as(text).hasSize(1);
            assertThat(page.text()).contains("Gagnon " + number + ", Amélie", "Qualifiée");
            assertThat(page.html().selectFirst("tbody a[href^=tel:]").text()).isEqualTo(amelie.phone());
        }
        assertThat(dispatcher
                        .press("Filtrer", Map.of("texte", amelie.email(), "qualification", "non"))
                        .text())
                .contains("Aucune remplaçante ne correspond");
        assertThat(dispatcher.press("Filtrer", Map.of("etat", "inactives")).status())
                .isEqualTo(200);
    }

    @Test
    void theListIsSortedByNameAndHasPages() {
        String mark = "Zoé" + System.nanoTime();
        for (int i = 0; i < 26; i++) {
            String name = (i % 2 == 0 ? "É" : "e") + (char) ('a' + i);
            world.save(new Substitute(
                    mark, name, "zoe." + i + "." + System.nanoTime() + "@example.test", "418 555-0199", i % 2 == 0));
        }

        Page first = dispatcher.get("/admin/remplacantes?texte=" + mark.replace("é", "e"));

        assertThat(first.html().select("tbody tr")).hasSize(25);
        assertThat(first.html().select("tbody th").first().text()).startsWith("Éa, ");
        assertThat(first.html().select("tbody th").get(1).text()).startsWith("eb, ");
        String next = first.html().selectFirst("a[rel=next]").attr("href");
        Page second = dispatcher.get(next);
        assertThat(second.html().select("tbody th").eachText())
                .singleElement()
                .asString()
                .startsWith("ez, ");
        assertThat(second.text()).contains("26 remplaçantes");

        Page look = dispatcher.get(second.html().selectFirst("tbody th a").attr("href"));
        assertThat(look.html().selectFirst("a.back-link").attr("href")).isEqualTo(next);
        dispatcher.click("Modifier");
        dispatcher.press("Enregistrer", Map.of("phone", "581 555-0100"));
        assertThat(dispatcher.follow().html().selectFirst("a.back-link").attr("href"))
                .as("after a change")
                .isEqualTo(next);
    }

    @Test
    void theListNamesTheFunctionsInTheOrderAndLanguageOfTheUser() {
        Substitute amelie = world.substitute();
        JobFunction first = world.jobFunction();
        JobFunction second = world.jobFunction();
        dispatcher.get("/admin/remplacantes/" + amelie.id() + "/modification");
        dispatcher.press("Enregistrer", Map.of("jobFunctionIds", List.of(second.id(), first.id())));
        jdbc.sql("update job_function set position = 9999 where id = ?")
                .param(second.id())
                .update();

        String list = "/admin/remplacantes?texte=" + amelie.email();
        assertThat(dispatcher.get(list).text()).contains(first.nameFr() + ", " + second.nameFr());
        assertThat(dispatcher.get(list + "&langue=en").text()).contains(first.nameEn() + ", " + second.nameEn());
    }

    @Test
    void aSubstituteIsAddedOnce() {
        JobFunction function = world.jobFunction();
        AgeGroup group = world.ageGroup();
        dispatcher.get("/admin/remplacantes");
        Page shown = dispatcher.click("Ajouter une remplaçante");
        assertThat(shown.text()).contains("Elle détient un DEC en techniques d’éducation à l’enfance");
        Map<String, Object> typed = Map.of(
                "firstName", "Éloïse",
                "lastName", "D’Amours-<i>Roy</i> 🌻",
                "email", "eloise@example.test",
                "phone", "418 555-0177",
                "qualified", "true",
                "jobFunctionIds", function.id(),
                "ageGroupIds", group.id());
        Page done = dispatcher.press("Enregistrer", typed);

        assertThat(done.status()).isEqualTo(303);
        Page page = dispatcher.follow();
        assertThat(page.html().selectFirst("h1").text()).isEqualTo("Éloïse D’Amours-<i>Roy</i> 🌻");
        assertThat(page.text())
                .contains(
                        "La remplaçante est ajoutée.",
                        function.nameFr(),
                        group.nameFr(),
                        "La remplaçante Éloïse D’Amours-<i>Roy</i> 🌻 est ajoutée.",
                        "Josée Lavoie");
        assertThat(page.html().select("main i:not(.icon)")).isEmpty();
        assertThat(dispatcher.press(shown, "Enregistrer", typed).location()).isEqualTo(done.location());
        UUID id = UUID.fromString(done.location().orElseThrow().replaceAll(".*/", ""));
        assertThat(substitutes.findWholeById(id)).hasValueSatisfying(it -> {
            assertThat(it.isQualified()).isTrue();
            assertThat(it.jobFunctionIds()).containsExactly(function.id());
        });
    }

    @Test
    void missingFieldsAreReportedAndTheInputIsKept() {
        dispatcher.get("/admin/remplacantes/nouvelle");
        Page page = dispatcher.press(
                "Enregistrer",
                Map.of(
                        "firstName",
                        "Zoé",
                        "email",
                        "zoé@",
                        "jobFunctionIds",
                        world.ageGroup().id()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly(
                        "Inscrivez le nom",
                        "Inscrivez un courriel complet, par exemple prenom.nom@exemple.ca",
                        "Inscrivez le numéro de téléphone",
                        "Choisissez Oui ou Non",
                        "Choisissez un élément de la liste");
        assertThat(page.html().selectFirst("#firstName").val()).isEqualTo("Zoé");
        assertThat(page.html().select("#qualified"))
                .as("where the summary leads")
                .hasSize(1);
    }

    @Test
    void anEditIsRecordedInTheHistory() {
        Substitute amelie = world.substitute();
        JobFunction function = world.jobFunction();
        String path = "/admin/remplacantes/" + amelie.id();
        dispatcher.get(path);
        dispatcher.click("Modifier");
        dispatcher.press("Enregistrer", Map.of("qualified", "false", "jobFunctionIds", function.id()));

        assertThat(dispatcher.follow().text())
                .contains(
                        "La fiche est modifiée.",
                        "Non qualifiée",
                        "Qualifiée : « Oui » devient « Non »",
                        "Fonctions : « rien » devient « " + function.nameFr() + " »");

        // The substitute keeps a function that was deactivated in the list.
        jdbc.sql("update job_function set active = false where id = ?")
                .param(function.id())
                .update();
        dispatcher.get(path + "/modification");
        dispatcher.press("Enregistrer", Map.of("phone", "581 555-0100"));
        assertThat(dispatcher.follow().text()).contains(function.nameFr(), "581 555-0100");
    }

    @Test
    void theSecondOfTwoConcurrentEditsKeepsItsInput() {
        String path = "/admin/remplacantes/" + world.substitute().id() + "/modification";
        Visitor second = world.signedIn(world.administrator());
        second.get(path);
        dispatcher.get(path);
        dispatcher.press("Enregistrer", Map.of("phone", "581 555-0001"));

        Page conflict = second.press("Enregistrer", Map.of("phone", "581 555-0002", "qualified", "false"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().selectFirst("#phone").val()).isEqualTo("581 555-0002");
        assertThat(conflict.text()).contains("Quelqu’un d’autre a fait un changement", "581 555-0001");
        second.press("Enregistrer");
        assertThat(second.follow().text()).contains("581 555-0002", "Non qualifiée");
    }

    @Test
    void aDeactivatedSubstituteIsNotAssigned() {
        Substitute amelie = world.substitute();
        String path = "/admin/remplacantes/" + amelie.id();
        String active = "/admin/remplacantes?texte=" + amelie.email();
        assertThat(dispatcher.get(active).html().select("tbody th a").eachAttr("href"))
                .containsExactly(path);

        dispatcher.get(path);
        Page shown = dispatcher.click("Désactiver la remplaçante");
        dispatcher.press("Désactiver", Map.of("reason", "Études"));

        assertThat(dispatcher.follow().text()).contains("on ne peut plus lui confier de quarts", "Études");
        assertThat(dispatcher
                        .press(shown, "Désactiver", Map.of("reason", "Études"))
                        .location())
                .hasValue(path);
        assertThat(substitutes.findById(amelie.id()))
                .hasValueSatisfying(it -> assertThat(it.isActive()).isFalse());
        assertThat(dispatcher.get(active).html().select("tbody th a")).isEmpty();
        assertThat(dispatcher
                        .get(active + "&etat=inactives")
                        .html()
                        .select("tbody th a")
                        .eachAttr("href"))
                .containsExactly(path);

        dispatcher.get(path);
        dispatcher.press("Réactiver la remplaçante");
        assertThat(substitutes.findById(amelie.id()))
                .hasValueSatisfying(it -> assertThat(it.isActive()).isTrue());
    }

    @Test
    void aPageTakesAtMostFiveStatementsForAnyNumberOfRows() {
        String path = "/admin/remplacantes/" + world.substitute().id();
        for (String address :
                List.of("/admin/remplacantes", path, path + "/modification", "/admin/remplacantes/nouvelle")) {
            assertThat(statements.during(() -> dispatcher.get(address)))
                    .as(address)
                    .hasSizeBetween(1, 5);
        }
    }

    @Test
    void managersAndAnonymousUsersHaveNoAccess() {
        Visitor manager = world.signedIn(world.client().account());
        String path = "/admin/remplacantes/" + world.substitute().id();
        for (String address : List.of(
                "/admin/remplacantes",
                "/admin/remplacantes/nouvelle",
                path,
                path + "/modification",
                path + "/desactivation",
                path + "/reactivation")) {
            assertThat(manager.get(address).status()).as(address).isEqualTo(403);
            assertThat(world.stranger().get(address).location()).as(address).hasValue("/connexion");
        }
        assertThat(dispatcher.get("/admin/remplacantes/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }
}
