package ca.releve.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.client.ClientManager;
import ca.releve.format.EmailAddress;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
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
class AdminStaffPagesTests {

    private static final String PASSWORD = "les framboises du jardin";
    private static final String TAKEN = "Cette adresse est déjà celle d’une autre personne que le service connaît";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffMembers members;

    @Autowired
    Accounts accounts;

    @Autowired
    Statements statements;

    private Account me;
    private Visitor administrator;

    @BeforeEach
    void signInAsAnAdministrator() {
        me = world.administrator();
        administrator = world.signedIn(me);
    }

    @Test
    void aStaffMemberIsAddedOnceAndInvitedToCreateAnAccount() {
        EmailAddress address = world.email("rosalie");
        administrator.get("/admin/personnel");
        Page shown = administrator.click("Ajouter une personne");
        Map<String, String> typed =
                Map.of("firstName", "Rosalie", "lastName", "Paquet", "email", address.original(), "role", "DISPATCHER");
        Page done = administrator.press("Enregistrer", typed);

        Page page = administrator.follow();
        assertThat(page.text())
                .contains("Un courriel à " + address.original() + " l’invite à créer son compte.")
                .contains("Rosalie Paquet (" + address.original() + ") est ajoutée au personnel. Rôle : Répartitrice.")
                .contains("Elle n’a pas encore créé son compte.");
        assertThat(administrator.press(shown, "Enregistrer", typed).location()).isEqualTo(done.location());
        World.SomeMail mail = world.mailTo(address.original());
        assertThat(mail.subject()).isEqualTo("Créez votre compte");
        assertThat(mail.path()).isEqualTo("/compte/creation");
        assertThat(world.mailsTo(address.original())).hasSize(1);

        signUp(address.original());
        Visitor rosalie = world.stranger();
        rosalie.get(world.mailTo(address.original(), 1).path());
        rosalie.press("Confirmer mon compte", Map.of("password", PASSWORD));
        assertThat(accounts.findByEmailCanonical(address.canonical()))
                .hasValueSatisfying(it -> assertThat(it.staffMemberId())
                        .isEqualTo(members.findByEmailCanonical(address.canonical())
                                .orElseThrow()
                                .id()));
        assertThat(administrator
                        .get("/admin/personnel?texte=" + address.original())
                        .text())
                .contains("Paquet, Rosalie", "Ouvert", "Jamais");
    }

    @Test
    void missingFieldsAreReportedInTheOrderOfThePageAndTheRoleOfManagerIsRefused() {
        administrator.get("/admin/personnel/nouveau");
        assertThat(administrator.press("Enregistrer").problems())
                .containsExactly(
                        "Inscrivez le prénom",
                        "Inscrivez le nom",
                        "Inscrivez un courriel complet, par exemple prenom.nom@exemple.ca",
                        "Choisissez un rôle");

        Page page = administrator.press(
                "Enregistrer",
                Map.of("firstName", "Éa", "lastName", "Roy", "email", "ea@example.test", "role", "MANAGER"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly("Choisissez un rôle");
        assertThat(page.html().selectFirst("#email").val()).isEqualTo("ea@example.test");
    }

    @Test
    void aNameHasOneLineAndALimitedLength() {
        for (String path : List.of(
                "/admin/personnel/nouveau",
                "/admin/clients/" + world.client().client().id() + "/gestionnaires/nouvelle")) {
            administrator.get(path);
            assertThat(administrator
                            .press(
                                    "Enregistrer",
                                    Map.of(
                                            "firstName",
                                            "Éa\u202Eyor",
                                            "lastName",
                                            "é".repeat(81),
                                            "email",
                                            "ea@example.test"))
                            .problems())
                    .as(path)
                    .startsWith(
                            "Un nom tient sur une ligne, sans caractère spécial invisible",
                            "Un nom a au plus 80 caractères");
        }
    }

    @Test
    @Covers("AUTH-03")
    void anAddressBelongsToOneManagerOrStaffMember() {
        SomeClient client = world.client();
        ClientManager known = world.knownManager();
        administrator.get("/admin/personnel/nouveau");
        for (String taken :
                List.of(known.email().toUpperCase(), client.account().email(), me.email())) {
            Page page = administrator.press(
                    "Enregistrer", Map.of("firstName", "Éa", "lastName", "Roy", "email", taken, "role", "DISPATCHER"));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.problems()).containsExactly(TAKEN);
        }

        administrator.get("/admin/clients/" + client.client().id() + "/gestionnaires/nouvelle");
        Page page =
                administrator.press("Enregistrer", Map.of("firstName", "Éa", "lastName", "Roy", "email", me.email()));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.problems()).containsExactly(TAKEN);
        administrator.get("/admin/clients/" + client.client().id() + "/gestionnaires/"
                + client.manager().id());
        assertThat(administrator
                        .press("Enregistrer", Map.of("email", me.email()))
                        .problems())
                .containsExactly(TAKEN);
    }

    @Test
    void anAddressGivenToTwoPeopleConcurrentlyBelongsToOne() throws Exception {
        String address = world.email("partagee").original();
        SomeClient client = world.client();
        List<Page> answers = AtOnce.run(6, number -> {
            Visitor colleague = world.signedIn(world.administrator());
            colleague.get(
                    number % 2 == 0
                            ? "/admin/personnel/nouveau"
                            : "/admin/clients/" + client.client().id() + "/gestionnaires/nouvelle");
            Map<String, String> person = Map.of("firstName", "Éa", "lastName", "Roy " + number, "email", address);
            Map<String, String> staff =
                    Map.of("firstName", "Éa", "lastName", "Roy " + number, "email", address, "role", "DISPATCHER");
            return () -> colleague.press("Enregistrer", number % 2 == 0 ? staff : person);
        });

        assertThat(answers).filteredOn(it -> it.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() != 303).allSatisfy(it -> assertThat(it.text())
                .contains(TAKEN));
        assertThat(jdbc.sql("select count(*) from known_address where email_canonical = ?")
                        .param(address)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Covers({"ACC-10", "WEB-01"})
    void aChangedRoleEndsTheSessionsAndAppliesAtTheNextRequest() {
        Account colleague = world.administrator();
        Visitor herself = world.signedIn(colleague);
        assertThat(herself.get("/admin/demandes").html().select("header nav").text())
                .contains("Réglages");
        administrator.get("/admin/personnel/" + colleague.staffMemberId());
        administrator.press("Enregistrer", Map.of("role", "DISPATCHER"));

        assertThat(administrator.follow().text())
                .contains("La fiche est modifiée.")
                .contains("Rôle : « Administratrice » devient « Répartitrice »");
        assertThat(herself.get("/admin/personnel").location()).hasValue("/connexion");
        Visitor again = world.signedIn(colleague);
        assertThat(again.get("/admin/demandes").html().select("header nav").text())
                .doesNotContain("Réglages");
        assertThat(again.get("/admin/personnel").status()).isEqualTo(403);
        assertThat(jdbc.sql("select facts from security_event where account_id = ? and event = ?")
                        .params(colleague.id(), "privilege_permissions_changed")
                        .query(String.class)
                        .list())
                .containsExactly("member=" + colleague.staffMemberId() + " role=DISPATCHER by=" + me.id());
    }

    @Test
    @Covers({"ACC-10", "AUTH-20"})
    void aDeactivatedStaffMemberIsSignedOutUntilReactivated() {
        Account colleague = world.dispatcher();
        Visitor herself = world.signedIn(colleague);
        String address = "/admin/personnel/" + colleague.staffMemberId();
        administrator.get(address);
        administrator.click("Désactiver la fiche");
        administrator.press("Désactiver", Map.of("reason", "Départ en mars"));

        assertThat(administrator.follow().text())
                .contains("La fiche est désactivée : elle ne peut plus se connecter.", "Départ en mars", "Suspendu");
        assertThat(herself.get("/admin/demandes").location()).hasValue("/connexion");
        assertThat(signIn(colleague)).contains("refus");

        administrator.get(address);
        administrator.press("Réactiver la fiche");
        assertThat(administrator.follow().text()).contains("La fiche est réactivée.");
        assertThat(signIn(colleague)).doesNotContain("refus");
    }

    @Test
    void nobodyRemovesTheirOwnRights() {
        String address = "/admin/personnel/" + me.staffMemberId();
        Page page = administrator.get(address);
        assertThat(page.text())
                .contains("une autre administratrice peut le faire")
                .doesNotContain("Désactiver la fiche");
        assertThat(page.html().select("main [name=role]")).isEmpty();

        assertThat(administrator.get(address + "/desactivation").text())
                .contains("Vous ne pouvez pas désactiver votre propre fiche.");
        administrator.get(address);
        assertThat(administrator
                        .post(
                                address + "/desactivation",
                                Map.of("submissionId", UUID.randomUUID(), "version", version()))
                        .status())
                .isEqualTo(409);
        administrator.get(address);
        Page demotion = administrator.post(
                address,
                Map.of(
                        "submissionId",
                        UUID.randomUUID(),
                        "version",
                        version(),
                        "firstName",
                        "Josée",
                        "lastName",
                        "Lavoie",
                        "role",
                        "DISPATCHER"));
        assertThat(demotion.status()).isEqualTo(409);
        assertThat(demotion.text()).contains("Vous ne pouvez pas changer votre propre rôle.");
        assertThat(administrator.get("/admin/personnel").status()).isEqualTo(200);

        administrator.get(address);
        administrator.press("Enregistrer", Map.of("lastName", "Lavoie-Roy"));
        assertThat(administrator.follow().text()).contains("« " + me.lastName() + " » devient « Lavoie-Roy »");
    }

    @Test
    void anAddressCanBeCorrectedOnlyWithoutAnAccount() {
        EmailAddress wrong = world.email("typo");
        StaffMember member = world.save(new StaffMember("Fatou", "Diallo", wrong, Role.DISPATCHER));
        signUp(wrong.original());
        world.mailTo(wrong.original());
        EmailAddress right = world.email("fatou");
        Page shown = administrator.get("/admin/personnel/" + member.id());
        assertThat(shown.text()).contains("À confirmer", "Une autre adresse efface ce compte");
        administrator.press("Enregistrer", Map.of("email", right.original()));

        assertThat(administrator.follow().text())
                .contains("« " + wrong.original() + " » devient « " + right.original() + " »");
        assertThat(accounts.findByEmailCanonical(wrong.canonical())).isEmpty();
        assertThat(world.mailTo(right.original()).subject()).isEqualTo("Créez votre compte");
        signUp(right.original());
        Visitor fatou = world.stranger();
        fatou.get(world.mailTo(right.original(), 1).path());
        fatou.press("Confirmer mon compte", Map.of("password", PASSWORD));

        Page hers = administrator.get("/admin/personnel/" + member.id());
        assertThat(hers.html().select("main [name=email]")).isEmpty();
        assertThat(hers.text()).contains("elle change elle-même son courriel");
        Page ignored = administrator.post(
                "/admin/personnel/" + member.id(),
                Map.of(
                        "submissionId",
                        UUID.randomUUID(),
                        "version",
                        version(),
                        "firstName",
                        "Fatoumata",
                        "lastName",
                        "Diallo",
                        "role",
                        "DISPATCHER",
                        "email",
                        "attaque@example.test"));
        assertThat(ignored.status()).isEqualTo(303);
        assertThat(members.findById(member.id()).orElseThrow().email()).isEqualTo(right.original());
        assertThat(members.findById(member.id()).orElseThrow().firstName()).isEqualTo("Fatoumata");
    }

    @Test
    void anotherSpellingOfTheAddressKeepsTheAccount() {
        EmailAddress address = world.email("rosalie");
        StaffMember member = world.save(new StaffMember("Rosalie", "Paquet", address, Role.DISPATCHER));
        signUp(address.original());
        String link = world.mailTo(address.original()).path();
        String spelled = address.original().replace("rosalie", "Rosalie");
        administrator.get("/admin/personnel/" + member.id());
        administrator.press("Enregistrer", Map.of("email", spelled));

        assertThat(administrator.follow().text())
                .contains("« " + address.original() + " » devient « " + spelled + " »");
        assertThat(accounts.findByStaffMemberId(member.id()))
                .hasValueSatisfying(it -> assertThat(it.email()).isEqualTo(spelled));
        assertThat(jdbc.sql("select count(*) from outgoing_mail where recipient = ?")
                        .param(spelled)
                        .query(Integer.class)
                        .single())
                .as("invitations")
                .isZero();
        Visitor rosalie = world.stranger();
        rosalie.get(link);
        assertThat(rosalie.press("Confirmer mon compte", Map.of("password", PASSWORD))
                        .location())
                .hasValue("/connexion");
    }

    @Test
    void aRecordIsDeactivatedAndReactivatedOnce() {
        String address = "/admin/personnel/" + world.dispatcher().staffMemberId();
        administrator.get(address + "/desactivation");
        administrator.press("Désactiver");
        administrator.get(address);

        assertThat(administrator
                        .post(
                                address + "/desactivation",
                                Map.of("submissionId", UUID.randomUUID(), "version", version()))
                        .status())
                .isEqualTo(409);
        administrator.get(address);
        administrator.press("Réactiver la fiche");
        administrator.get(address);
        Page again = administrator.post(
                address + "/reactivation", Map.of("submissionId", UUID.randomUUID(), "version", version()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("Cette fiche est déjà active.");
        assertThat(jdbc.sql("select event from history_entry where subject_id = ? order by at, id")
                        .param(UUID.fromString(address.substring("/admin/personnel/".length())))
                        .query(String.class)
                        .list())
                .containsExactly("staff.deactivated", "staff.reactivated");
    }

    @Test
    @Covers("ABU-04")
    void anInvitationIsSentAgainOnlyWithoutAnAccount() {
        EmailAddress address = world.email("invitee");
        StaffMember member = world.save(new StaffMember("Léa", "Roy", address, Role.DISPATCHER));
        administrator.get("/admin/personnel/" + member.id());
        administrator.press("Renvoyer l’invitation");
        assertThat(administrator.follow().text())
                .contains("L’invitation est renvoyée.", "Une nouvelle invitation est envoyée à Léa Roy");
        world.mailTo(address.original());
        administrator.press("Renvoyer l’invitation");
        assertThat(administrator.page().status()).isEqualTo(409);
        assertThat(administrator.page().text()).contains("Une invitation vient de partir vers cette adresse.");
        jdbc.sql("update staff_member set invited_at = invited_at - make_interval(secs => ?) where id = ?")
                .params(SecurityDoc.duration("MAIL_AGAIN_AFTER").toSeconds(), member.id())
                .update();
        administrator.get("/admin/personnel/" + member.id());
        assertThat(administrator.press("Renvoyer l’invitation").status()).isEqualTo(303);
        world.mailTo(address.original(), 1);

        Account colleague = world.dispatcher();
        assertThat(administrator
                        .get("/admin/personnel/" + colleague.staffMemberId())
                        .text())
                .doesNotContain("Renvoyer l’invitation");
        assertThat(administrator
                        .post(
                                "/admin/personnel/" + colleague.staffMemberId() + "/invitation",
                                Map.of("submissionId", UUID.randomUUID(), "version", 0))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRequestForAccessIsClosedWhenThePersonJoinsTheStaff() {
        String address = world.email("curieuse").original();
        signUp(address);
        administrator.get("/admin/personnel/nouveau");
        administrator.press(
                "Enregistrer", Map.of("firstName", "Éa", "lastName", "Roy", "email", address, "role", "DISPATCHER"));

        assertThat(jdbc.sql("select status from access_request where email = ?")
                        .param(address)
                        .query(String.class)
                        .list())
                .containsExactly("ACCEPTED");
    }

    @Test
    void theSecondOfTwoConcurrentEditsKeepsItsInput() {
        Account colleague = world.dispatcher();
        Visitor second = world.signedIn(world.administrator());
        second.get("/admin/personnel/" + colleague.staffMemberId());
        administrator.get("/admin/personnel/" + colleague.staffMemberId());
        administrator.press("Enregistrer", Map.of("firstName", "Josée-Anne"));

        Page conflict = second.press("Enregistrer", Map.of("firstName", "Josette"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.html().selectFirst("#firstName").val()).isEqualTo("Josette");
        assertThat(conflict.text()).contains("Josée-Anne");
    }

    @Test
    void theListIsNarrowedByNameRoleAndRecord() {
        EmailAddress address = world.email("cherchee");
        StaffMember gone = world.save(new StaffMember("Ève", "Ça-" + address.original(), address, Role.DISPATCHER));
        jdbc.sql("update staff_member set active = false where id = ?")
                .param(gone.id())
                .update();
        String text = "/admin/personnel?texte=" + address.original();

        assertThat(administrator.get(text).text()).contains("Personne ne correspond");
        assertThat(administrator.get(text + "&etat=inactifs").text()).contains("Ève", "Sans compte", "Inactive");
        assertThat(administrator.get(text + "&etat=tous&role=ADMINISTRATOR").text())
                .contains("Personne ne correspond");
        assertThat(administrator.get(text + "&etat=n-importe&role=quoi").status())
                .isEqualTo(200);
    }

    @Test
    @Covers("PRIV-03")
    void thePageShowsTheHistoryOfAndByTheStaffMember() {
        Account colleague = world.administrator();
        Visitor herself = world.signedIn(colleague);
        herself.get("/admin/clients/nouveau");
        String client = "CPE Les Gestes " + colleague.id();
        herself.press("Enregistrer", Map.of("name", client));
        administrator.get("/admin/personnel/" + colleague.staffMemberId());
        administrator.press("Enregistrer", Map.of("firstName", "Josée-Ève"));

        Page page = administrator.follow();
        assertThat(page.html()
                        .selectFirst("section[aria-labelledby=historique]")
                        .text())
                .contains("Josée-Ève")
                .doesNotContain(client);
        assertThat(page.html().selectFirst("section[aria-labelledby=gestes]").text())
                .contains(client);
    }

    @Test
    void onlyAnAdministratorHasAccessAndAPageTakesAtMostFiveStatements() {
        Account colleague = world.dispatcher();
        String address = "/admin/personnel/" + colleague.staffMemberId();
        assertThat(administrator.get("/admin/personnel/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        Visitor dispatcher = world.signedIn(colleague);
        for (String path : List.of("/admin/personnel", "/admin/personnel/nouveau", address, "/admin/reglages")) {
            assertThat(dispatcher.get(path).status()).as(path).isEqualTo(403);
            assertThat(statements.during(() -> administrator.get(path))).hasSizeLessThanOrEqualTo(5);
            assertThat(administrator.page().status()).isEqualTo(200);
        }
    }

    private String version() {
        return administrator
                .page()
                .html()
                .selectFirst("main input[name=version]")
                .val();
    }

    private void signUp(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte", Map.of("firstName", "Éa", "lastName", "Roy", "email", email, "password", PASSWORD));
        assertThat(visitor.page().status()).isEqualTo(303);
    }

    private String signIn(Account account) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD))
                .location()
                .orElseThrow();
    }
}
