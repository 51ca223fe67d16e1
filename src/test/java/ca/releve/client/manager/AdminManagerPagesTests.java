package ca.releve.client.manager;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.AccessGranted;
import ca.releve.client.AccessRequests;
import ca.releve.client.ClientManager;
import ca.releve.client.ClientManagerStore;
import ca.releve.client.ClientManagers;
import ca.releve.client.Facility;
import ca.releve.format.EmailAddress;
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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@RecordApplicationEvents
class AdminManagerPagesTests {

    @Autowired
    World world;

    @Autowired
    ClientManagers known;

    @Autowired
    AccessRequests noted;

    @Autowired
    ManagerService service;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ClientManagerStore managers;

    @Autowired
    JdbcClient jdbc;

    Visitor administrator;
    SomeClient some;
    String client;
    String manager;

    @BeforeEach
    void signIn() {
        administrator = world.signedIn(world.administrator());
        some = world.client();
        client = "/admin/clients/" + some.client().id();
        manager = client + "/gestionnaires/" + some.manager().id();
    }

    @Test
    void anAdministratorAddsAManagerOnce() {
        EmailAddress address = world.email("Julie");
        administrator.get(client);
        Page shown = administrator.click("Ajouter une gestionnaire");
        Map<String, String> typed =
                Map.of("firstName", "Julie", "lastName", "Côté", "email", " " + address.original() + " ");
        Page done = administrator.press("Enregistrer", typed);

        assertThat(done.status()).isEqualTo(303);
        assertThat(administrator.follow().text())
                .contains(
                        "elle peut maintenant créer son compte",
                        "Julie Côté (" + address.original() + ") est ajoutée comme gestionnaire.");
        assertThat(known.findActive(address.canonical()))
                .hasValueSatisfying(it -> assertThat(it.seesAllFacilities()).isTrue());
        assertThat(administrator.press(shown, "Enregistrer", typed).location()).isEqualTo(done.location());
    }

    @Test
    void aManagerMayBeLimitedToSomeInstallations() {
        Facility north = world.facility(some.client(), "Installation Nord");
        administrator.get(manager);
        Page refused = administrator.press("Enregistrer", Map.of("allFacilities", "false"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly("Choisissez au moins une installation de ce client");

        administrator.press("Enregistrer", Map.of("allFacilities", "false", "facilityIds", north.id()));

        assertThat(administrator.follow().text())
                .contains("Installations : « Toutes les installations » devient « Installation Nord »");
        ClientManager now = managers.findByIdAndClientId(
                        some.manager().id(), some.client().id())
                .orElseThrow();
        assertThat(now.facilityIds()).containsExactly(north.id());
        Page form = administrator.get(manager);
        assertThat(form.html().select("input[name=facilityIds][checked]").eachAttr("value"))
                .containsExactly(north.id().toString());
    }

    @Test
    void anInstallationOfAnotherClientIsRefused() {
        SomeClient other = world.client();
        administrator.get(manager);

        Page page = administrator.press(
                "Enregistrer",
                Map.of("allFacilities", "false", "facilityIds", other.facility().id()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Choisissez au moins une installation de ce client");
    }

    @Test
    void aManagerWhoIsAddedIsInvitedAndThePageSaysWhoHasAnAccount() {
        String email = world.email("nadia").original();
        String name = "Benali " + email.replaceAll("\\D", "");
        administrator.get(client + "/gestionnaires/nouvelle");
        administrator.press("Enregistrer", Map.of("firstName", "Nadia", "lastName", name, "email", email));

        assertThat(world.mailTo(email).subject()).isEqualTo("Vous pouvez créer votre compte");
        Page page = administrator.get(client);
        assertThat(page.html().select("tr:contains(Nadia " + name + ")").text())
                .contains("Invitée, pas encore de compte");
        assertThat(page.html().select("tr:contains(Marie Tremblay)").text()).contains("A un compte");
    }

    @Test
    void anAddressBelongsToOneManager() {
        SomeClient other = world.client();
        administrator.get(client + "/gestionnaires/nouvelle");

        Page page = administrator.press(
                "Enregistrer",
                Map.of(
                        "firstName", "Marie",
                        "lastName", "Autre",
                        "email", other.manager().email().toUpperCase()));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems())
                .containsExactly("Cette adresse est déjà celle d’une autre personne que le service connaît");

        administrator.press("Enregistrer", Map.of("firstName", "", "lastName", "", "email", "marie@"));
        assertThat(administrator.page().problems())
                .containsExactly(
                        "Inscrivez le prénom",
                        "Inscrivez le nom",
                        "Inscrivez un courriel complet, par exemple prenom.nom@exemple.ca");
    }

    @Test
    void aChangedAddressIsRecordedWithBothValues() {
        EmailAddress address = world.email("nouvelle");
        assertThat(administrator.get(manager).text()).contains("Si elle a déjà un compte, il suit la nouvelle adresse");
        administrator.press("Enregistrer", Map.of("email", address.original()));

        assertThat(administrator.follow().text()).contains("« " + address.original() + " »");
    }

    @Test
    void aDeactivatedManagerIsSignedOutAtTheNextRequest() {
        Visitor herself = world.signedIn(some.account());
        administrator.get(manager);
        administrator.click("Désactiver la gestionnaire");
        administrator.press("Désactiver", Map.of("reason", "Retraite"));

        assertThat(administrator.follow().text()).contains("La gestionnaire est désactivée", "Retraite");
        assertThat(herself.get("/remplacements").location()).hasValue("/connexion");
        assertThat(known.findActive(some.manager().emailCanonical())).isEmpty();

        administrator.get(manager);
        administrator.press("Réactiver la gestionnaire");
        assertThat(known.findActive(some.manager().emailCanonical())).isPresent();
    }

    @Test
    void aDeactivationAsksWhatHappensToHerRequestsAndTheOthersOfTheFacilityAreTold() {
        Account colleague = world.limitedManager(some);
        ReplacementRequest cancelled = world.sentRequest(some, world.shift(Duration.ofDays(3), 8));
        ReplacementRequest kept = world.sentRequest(some, world.shift(Duration.ofDays(4), 8));

        Page asked = administrator.get(manager + "/desactivation");
        assertThat(asked.text()).contains("Demandes en cours", cancelled.code(), kept.code());
        administrator.press("Désactiver", Map.of("choix", List.of(cancelled.id() + ":retirer", "")));
        assertThat(administrator.page().status()).isEqualTo(422);
        assertThat(administrator.page().problems())
                .containsExactly(
                        "Inscrivez la raison de l’annulation",
                        "Dites pour chaque demande en cours si elle est annulée ou si elle reste");
        administrator.press(
                "Désactiver",
                Map.of("choix", List.of(cancelled.id() + ":retirer", kept.id() + ":garder"), "reason", "Elle part."));

        assertThat(administrator.follow().text()).contains("La gestionnaire est désactivée");
        assertThat(status(cancelled)).isEqualTo("CANCELLED");
        assertThat(status(kept)).isEqualTo("SUBMITTED");
        assertThat(world.mailTo(colleague.email()).text()).contains(cancelled.code(), "Elle part.");
        assertThat(world.mailsTo(some.account().email())).isEmpty();
    }

    @Test
    void aRequestOfAColleagueIsNotListedWhenAManagerIsDeactivated() {
        Account colleague = world.limitedManager(some);
        ReplacementRequest hers = world.sentRequest(some, world.shift(Duration.ofDays(3), 8));
        UUID colleagueId = colleague.clientManagerId();

        assertThat(administrator
                        .get(client + "/gestionnaires/" + colleagueId + "/desactivation")
                        .text())
                .doesNotContain(hers.code(), "Demandes en cours");
    }

    private String status(ReplacementRequest request) {
        return jdbc.sql("select status from replacement_request where id = ?")
                .param(request.id())
                .query(String.class)
                .single();
    }

    @Test
    void theSecondOfTwoConcurrentEditsKeepsItsInput() {
        Visitor second = world.signedIn(world.administrator());
        second.get(manager);
        administrator.get(manager);
        administrator.press("Enregistrer", Map.of("phone", "581 555-0001"));

        Page conflict = second.press("Enregistrer", Map.of("phone", "581 555-0002"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().selectFirst("#phone").val()).isEqualTo("581 555-0002");
        assertThat(conflict.text()).contains("581 555-0001");
    }

    @Test
    void namesAreStoredUnchangedAndShownEscaped() {
        administrator.get(manager);
        administrator.press("Enregistrer", Map.of("firstName", "<b>L'Éa</b>", "lastName", "O’Brien 🦊"));

        Page page = administrator.follow();
        assertThat(page.text()).contains("<b>L'Éa</b> O’Brien 🦊");
        assertThat(page.html().select("main b")).isEmpty();
    }

    @Test
    void onlyAnAdministratorHasAccessUnderTheRightClient() {
        SomeClient other = world.client();
        assertThat(administrator
                        .get(client + "/gestionnaires/" + other.manager().id())
                        .status())
                .isEqualTo(404);
        assertThat(administrator
                        .get(client + "/gestionnaires/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Visitor herself = world.signedIn(some.account());
        for (String path : List.of(client + "/gestionnaires/nouvelle", manager, manager + "/desactivation")) {
            assertThat(dispatcher.get(path).status()).as(path).isEqualTo(403);
            assertThat(herself.get(path).status()).as(path).isEqualTo(403);
            assertThat(world.stranger().get(path).location()).as(path).hasValue("/connexion");
        }
    }

    @Test
    void aRequestForAccessIsClosedWhenThePersonIsAddedByHand(ApplicationEvents events) {
        EmailAddress address = world.email("Sophie");
        transaction.executeWithoutResult(it -> noted.record(address, "Sophie", "L’Heureux <i>"));
        ManagerForm form = new ManagerForm();
        form.setFirstName("Sophie");
        form.setLastName("L’Heureux");
        form.setEmail(address.original());

        service.create(some.client().id(), form, world.actor(world.administrator()));

        assertThat(events.stream(AccessGranted.class)).hasSize(1);
        assertThat(administrator.get("/admin/acces").text()).doesNotContain(address.original());
    }
}
