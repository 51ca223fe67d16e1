package ca.releve.client.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Client;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
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
class AdminClientPagesTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    Visitor administrator;

    @BeforeEach
    void signIn() {
        administrator = world.signedIn(world.administrator());
    }

    @Test
    void aClientIsFoundByItsNameItsInstallationsAndItsManagers() {
        SomeClient some = world.client();
        String number = some.client().name().replaceAll("\\D", "");
        administrator.get("/admin/clients");

        for (String text : List.of(
                "tournesols " + number,
                "installation du parc " + number,
                "TREMBLAY " + number,
                some.manager().email())) {
            Page page = administrator.press("Filtrer", Map.of("texte", text));
            assertThat(page.html().select("tbody tr")).as(text).hasSize(1);
            assertThat(page.text()).contains(some.client().name());
            assertThat(page.html().selectFirst("#texte").val()).isEqualTo(text);
        }
        assertThat(administrator.press("Filtrer", Map.of("texte", "Cailloux %")).text())
                .contains("Aucun client ne correspond");
    }

    @Test
    void thePageOfAClientHasPhoneLinksOfItsInstallationsAndManagers() {
        SomeClient some = world.client();

        Page page = administrator.get("/admin/clients/" + some.client().id());

        assertThat(page.html().select("main a[href^=tel:]").eachAttr("href"))
                .containsExactly("tel:4185550102", "tel:4185550101");
    }

    @Test
    void theListHasPagesThatKeepTheFilter() {
        String mark = "Pagination" + System.nanoTime();
        for (int i = 0; i < 27; i++) {
            String name = mark + (i % 2 == 0 ? " école " : " Ecole ") + (char) ('a' + i);
            world.save(new Client(name, java.time.Clock.systemUTC()));
        }

        Page first = administrator.get("/admin/clients?texte=" + mark.toLowerCase());

        assertThat(first.html().select("tbody tr")).hasSize(25);
        assertThat(first.html().select("tbody th").first().text()).endsWith("a");
        assertThat(first.text()).contains("27 clients");
        Page second = administrator.get(first.html().selectFirst("a[rel=next]").attr("href"));
        assertThat(second.html().select("tbody tr")).hasSize(2);
        assertThat(second.html().select("tbody th").last().text()).endsWith("{");
        assertThat(second.html().select("a[rel=next]")).isEmpty();
        assertThat(second.html().select("a[rel=prev]")).hasSize(1);
        Page client = administrator.get(second.html().selectFirst("tbody th a").attr("href"));
        String place = first.html().selectFirst("a[rel=next]").attr("href");
        assertThat(client.html().selectFirst("a.back-link").attr("href")).isEqualTo(place);
        administrator.click("Modifier le nom");
        administrator.press("Enregistrer", Map.of("name", mark + " école zz"));
        assertThat(administrator.follow().html().selectFirst("a.back-link").attr("href"))
                .as("after a change")
                .isEqualTo(place);
        assertThat(administrator.get("/admin/clients?apres=999999999").status()).isEqualTo(200);
        assertThat(administrator.get("/admin/clients?avant=-1").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorAddsAClientOnce() {
        String name = unique("CPE L’Étoile filante");

        Page shown = administrator.get("/admin/clients/nouveau");
        Page done = administrator.press("Enregistrer", Map.of("name", "  " + name));

        assertThat(done.status()).isEqualTo(303);
        Page client = administrator.follow();
        assertThat(client.html().selectFirst("h1").text()).isEqualTo(name);
        assertThat(client.text())
                .contains("Le client est ajouté.", "Le client « " + name + " » est ajouté.", "Josée Lavoie");
        assertThat(administrator
                        .press(shown, "Enregistrer", Map.of("name", "  " + name))
                        .location())
                .as("pressed twice")
                .isEqualTo(done.location());
        assertThat(jdbc.sql("select count(*) from client where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNameIsRequiredAndUnique() {
        SomeClient some = world.client();

        administrator.get("/admin/clients/nouveau");
        assertThat(administrator.press("Enregistrer", Map.of("name", " ")).problems())
                .containsExactly("Inscrivez le nom du client");
        Page taken =
                administrator.press("Enregistrer", Map.of("name", some.client().name()));

        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.problems()).containsExactly("Un autre client porte déjà ce nom");
        assertThat(taken.html().selectFirst("#name").val())
                .isEqualTo(some.client().name());
    }

    @Test
    void managersOfADeactivatedClientHaveNoAccessUntilItIsReactivated() {
        SomeClient some = world.client();
        String path = "/admin/clients/" + some.client().id();
        Visitor manager = world.signedIn(some.account());

        administrator.get(path);
        administrator.click("Désactiver le client");
        assertThat(administrator.page().text()).contains("Ses gestionnaires ne pourront plus se connecter");
        Page shown = administrator.page();
        administrator.press("Désactiver", Map.of("reason", "Contrat terminé"));

        assertThat(administrator.follow().text())
                .contains(
                        "Le client est désactivé", "ses gestionnaires ne peuvent pas se connecter", "Contrat terminé");
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
        assertThat(administrator
                        .press(shown, "Désactiver", Map.of("reason", "Contrat terminé"))
                        .location())
                .hasValue(path);
        assertThat(administrator.get(path + "/desactivation").location()).hasValue(path);

        administrator.get(path);
        administrator.press("Réactiver le client");
        assertThat(administrator.follow().text()).contains("Le client est réactivé");
        assertThat(manager.get("/connexion").status()).isEqualTo(200);
        assertThat(world.signedIn(some.account()).page().location()).isPresent();
    }

    @Test
    void theSecondOfTwoConcurrentEditsKeepsItsInput() {
        SomeClient some = world.client();
        String path = "/admin/clients/" + some.client().id() + "/modification";
        Visitor second = world.signedIn(world.administrator());
        second.get(path);
        administrator.get(path);
        String first = unique("CPE de la première");
        administrator.press("Enregistrer", Map.of("name", first));

        String typed = unique("CPE de la seconde");
        Page conflict = second.press("Enregistrer", Map.of("name", typed));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().selectFirst("#name").val()).isEqualTo(typed);
        assertThat(conflict.text()).contains("Quelqu’un d’autre a fait un changement", first);
        second.press("Enregistrer");
        assertThat(second.follow().text()).contains("« " + first + " » devient « " + typed + " »");
    }

    @Test
    void textIsStoredUnchangedAndShownEscaped() {
        String odd = unique("<script>alert('é')</script> l'Été d’🍁 & \"co\" {0} ${1} '%_");
        administrator.get("/admin/clients/nouveau");
        administrator.press("Enregistrer", Map.of("name", odd));

        Page page = administrator.follow();
        assertThat(page.html().selectFirst("h1").text()).isEqualTo(odd);
        assertThat(page.text()).contains("Le client « " + odd + " » est ajouté.");
        assertThat(page.html().select("main script")).isEmpty();
        assertThat(jdbc.sql("select count(*) from client where name = ?")
                        .param(odd)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        administrator.get("/admin/clients");
        assertThat(administrator.press("Filtrer", Map.of("texte", "'%_ ")).status())
                .isEqualTo(200);
    }

    @Test
    void aDispatcherReadsTheClientsAndChangesNothing() {
        SomeClient some = world.client();
        String path = "/admin/clients/" + some.client().id();
        Visitor dispatcher = world.signedIn(world.dispatcher());

        Page page = dispatcher.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(some.facility().name(), some.manager().email());
        assertThat(page.html().select("main a.btn, main button")).isEmpty();
        assertThat(dispatcher.get("/admin/clients").html().select("main a.btn-primary"))
                .isEmpty();
        for (String change : List.of("/modification", "/desactivation", "/reactivation")) {
            assertThat(dispatcher.get(path + change).status()).as(change).isEqualTo(403);
            dispatcher.get(path);
            assertThat(dispatcher
                            .post(path + change, Map.of("version", 0, "submissionId", UUID.randomUUID(), "name", "x"))
                            .status())
                    .as(change)
                    .isEqualTo(403);
        }
        assertThat(dispatcher.get("/admin/clients/nouveau").status()).isEqualTo(403);
    }

    @Test
    void managersAndAnonymousUsersHaveNoAccess() {
        SomeClient some = world.client();
        Visitor manager = world.signedIn(some.account());
        for (String path : List.of(
                "/admin/clients",
                "/admin/clients/nouveau",
                "/admin/clients/" + some.client().id(),
                "/admin/clients/" + some.client().id() + "/modification",
                "/admin/clients/" + some.client().id() + "/desactivation")) {
            assertThat(manager.get(path).status()).as(path).isEqualTo(403);
            assertThat(world.stranger().get(path).location()).as(path).hasValue("/connexion");
        }
    }

    @Test
    void anUnknownClientIsNotFound() {
        assertThat(administrator.get("/admin/clients/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(administrator.get("/admin/clients/quatre").status()).isEqualTo(404);
        assertThat(administrator
                        .get("/admin/clients/" + UUID.randomUUID() + "/installations/nouvelle")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPageTakesAtMostFiveStatementsForAnyNumberOfRows() {
        SomeClient some = world.client();
        world.facility(some.client(), "Installation Nord");
        String client = "/admin/clients/" + some.client().id();
        for (String path : List.of(
                "/admin/clients",
                client,
                client + "/modification",
                client + "/installations/" + some.facility().id(),
                client + "/gestionnaires/" + some.manager().id(),
                "/admin/acces")) {
            assertThat(statements.during(() -> administrator.get(path)))
                    .as(path)
                    .hasSizeBetween(1, 5);
        }
    }

    private static String unique(String name) {
        return name + " " + System.nanoTime() % 1_000_000_000;
    }
}
