package ca.releve.client.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facilities;
import ca.releve.client.FacilitiesForStaff;
import ca.releve.client.Facility;
import ca.releve.client.ManagerScope;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AdminFacilityPagesTests {

    @Autowired
    World world;

    @Autowired
    FacilitiesForStaff facilities;

    @Autowired
    Facilities hers;

    @Autowired
    JdbcClient jdbc;

    Visitor administrator;
    SomeClient some;
    String client;
    String facility;

    @BeforeEach
    void signIn() {
        administrator = world.signedIn(world.administrator());
        some = world.client();
        client = "/admin/clients/" + some.client().id();
        facility = client + "/installations/" + some.facility().id();
    }

    @Test
    void aDeactivationAsksWhatHappensToTheRequestsThatAreStillComing() {
        ReplacementRequest cancelled = world.sentRequest(some, world.shift(Duration.ofDays(3), 8));
        ReplacementRequest kept = world.sentRequest(some, world.shift(Duration.ofDays(4), 8));
        Page page = administrator.get(facility + "/desactivation");
        assertThat(page.text()).contains("Demandes en cours", cancelled.code(), kept.code());

        administrator.press("Désactiver", Map.of("choix", List.of(cancelled.id() + ":retirer", "")));
        assertThat(administrator.page().status()).isEqualTo(422);
        assertThat(administrator.page().problems())
                .containsExactly(
                        "Inscrivez la raison de l’annulation",
                        "Dites pour chaque demande en cours si elle est annulée ou si elle reste");
        administrator.press(
                "Désactiver",
                Map.of("choix", List.of(cancelled.id() + ":retirer", kept.id() + ":garder"), "reason", "Fermeture."));

        assertThat(administrator.page().status()).isEqualTo(303);
        assertThat(status(cancelled)).isEqualTo("CANCELLED");
        assertThat(status(kept)).isEqualTo("SUBMITTED");
    }

    private String status(ReplacementRequest request) {
        return jdbc.sql("select status from replacement_request where id = ?")
                .param(request.id())
                .query(String.class)
                .single();
    }

    @Test
    void anAdministratorAddsAnInstallationOnce() {
        administrator.get(client);
        Page shown = administrator.click("Ajouter une installation");
        Map<String, String> typed = Map.of(
                "name", "Pavillon de l’Été",
                "street", "8, chemin Saint-Charles",
                "city", "Lévis",
                "postalCode", "g6v7k9",
                "instructions", "Sonner deux fois.\nDemander Éloïse.");
        Page done = administrator.press("Enregistrer", typed);

        assertThat(done.status()).isEqualTo(303);
        assertThat(administrator.follow().text())
                .contains("L’installation est ajoutée.", "8, chemin Saint-Charles, Lévis G6V 7K9");
        assertThat(administrator.press(shown, "Enregistrer", typed).location()).isEqualTo(done.location());
        assertThat(facilities.ofClient(some.client().id()))
                .extracting(Facility::name)
                .containsExactly(some.facility().name(), "Pavillon de l’Été");
    }

    @Test
    void missingFieldsAreReportedAndTheInputIsKept() {
        administrator.get(client + "/installations/nouvelle");
        Page page = administrator.press(
                "Enregistrer",
                Map.of("name", "", "street", "", "city", "", "postalCode", "12345", "phone", "0".repeat(41)));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly(
                        "Inscrivez le nom de l’installation",
                        "Inscrivez l’adresse",
                        "Inscrivez la ville",
                        "Inscrivez un code postal, par exemple G1R 2B5",
                        "Un numéro de téléphone a au plus 40 caractères");
        assertThat(page.html().selectFirst("#postalCode").val()).isEqualTo("12345");
    }

    @Test
    void aNameIsUniqueWithinItsClient() {
        administrator.get(client + "/installations/nouvelle");
        Page page = administrator.press(
                "Enregistrer", Map.of("name", some.facility().name(), "street", "1, rue A", "city", "Québec"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Une autre installation de ce client porte déjà ce nom");
    }

    @Test
    void theSecondOfTwoConcurrentEditsKeepsItsInput() {
        Visitor second = world.signedIn(world.administrator());
        second.get(facility);
        administrator.get(facility);
        administrator.press("Enregistrer", Map.of("city", "Beaupré"));

        Page conflict = second.press("Enregistrer", Map.of("city", "Boischatel", "phone", ""));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().selectFirst("#city").val()).isEqualTo("Boischatel");
        assertThat(conflict.text()).contains("Beaupré", "418 555-0102");
        second.press("Enregistrer");
        assertThat(second.get(facility).text())
                .contains(
                        "Ville : « Beaupré » devient « Boischatel »",
                        "Téléphone : « 418 555-0102 » devient « rien »",
                        "Ville : « Québec » devient « Beaupré »");
    }

    @Test
    void aDeactivatedInstallationIsNotOfferedToManagers() {
        administrator.get(facility);
        administrator.click("Désactiver l’installation");
        administrator.press("Désactiver", Map.of("reason", "r".repeat(2001)));
        assertThat(administrator.page().problems()).containsExactly("Écrivez au plus 2 000 caractères");
        administrator.press("Désactiver", Map.of("reason", "Rénovations"));

        assertThat(administrator.follow().text()).contains("L’installation est désactivée", "Rénovations");
        assertThat(facilities.findById(some.facility().id()).orElseThrow().isActive())
                .isFalse();
        administrator.get(facility);
        administrator.press("Réactiver l’installation");
        assertThat(facilities.findById(some.facility().id()).orElseThrow().isActive())
                .isTrue();
    }

    @Test
    void anInstallationIsFoundOnlyUnderItsClient() {
        SomeClient other = world.client();
        String elsewhere = client + "/installations/" + other.facility().id();

        assertThat(administrator.get(elsewhere).status()).isEqualTo(404);
        administrator.get(facility);
        assertThat(administrator
                        .post(
                                elsewhere + "/desactivation",
                                Map.of("version", 0, "submissionId", UUID.randomUUID(), "reason", ""))
                        .status())
                .isEqualTo(404);
        ManagerScope scope = new ManagerScope(
                some.client().id(),
                List.of(new ManagerScope.Place(some.facility().id(), "Parc", true)));
        assertThat(hers.find(some.facility().id(), scope)).isPresent();
        assertThat(hers.find(other.facility().id(), scope)).isEmpty();
        assertThat(hers.find(world.facility(some.client(), "Installation Nord").id(), scope))
                .as("of her client, but not hers")
                .isEmpty();
    }

    @Test
    void onlyAnAdministratorHasAccess() {
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Visitor manager = world.signedIn(some.account());
        for (String path : List.of(client + "/installations/nouvelle", facility, facility + "/desactivation")) {
            assertThat(dispatcher.get(path).status()).as(path).isEqualTo(403);
            assertThat(manager.get(path).status()).as(path).isEqualTo(403);
            assertThat(world.stranger().get(path).location()).as(path).hasValue("/connexion");
        }
    }
}
