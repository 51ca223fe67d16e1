package ca.releve.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Statements;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AdminAccountPagesTests {

    private static final int MAILS = SecurityDoc.number("MAILS_PER_ACCOUNT");
    private static final String NEW = "une tout autre phrase, assez longue";

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Statements statements;

    private Account me;
    private Visitor administrator;
    private SomeClient some;
    private String address;

    @BeforeEach
    void signInAsAnAdministrator() {
        me = world.administrator();
        administrator = world.signedIn(me);
        some = world.client();
        address = "/admin/comptes/" + some.account().id();
    }

    @Test
    void theListFindsAccountsByNameAddressClientKindAndState() {
        String email = some.account().email();
        assertThat(administrator.get("/admin/comptes?texte=" + email).text())
                .contains(", Marie", email, "Gestionnaire", some.client().name(), "Ouvert", "Jamais");
        assertThat(administrator
                        .get("/admin/comptes?texte=" + some.client().name().replace(" ", "+"))
                        .text())
                .contains(email);
        assertThat(administrator
                        .get("/admin/comptes?texte=" + me.email())
                        .html()
                        .select("main tbody td")
                        .last()
                        .text())
                .as("passkeys of a member of the staff who is signed in")
                .isEqualTo("1");
        assertThat(administrator
                        .get("/admin/comptes?genre=personnel&texte=" + email)
                        .text())
                .contains("Aucun compte ne correspond");
        assertThat(administrator
                        .get("/admin/comptes?genre=clients&etat=ACTIVE&texte=" + email)
                        .text())
                .contains(email);
        jdbc.sql("update client set active = false where id = ?")
                .param(some.client().id())
                .update();
        assertThat(administrator
                        .get("/admin/comptes?etat=ACTIVE&texte=" + email)
                        .text())
                .contains("Aucun compte ne correspond");
        assertThat(administrator
                        .get("/admin/comptes?etat=SUSPENDED&texte=" + email)
                        .text())
                .contains(email, "Suspendu");
        assertThat(administrator.get("/admin/comptes?etat=n-importe&apres=-3").status())
                .isEqualTo(200);
    }

    @Test
    @Covers({"WEB-02", "AUTH-20"})
    void aDisabledAccountIsSignedOutEverywhereUntilItIsEnabled() {
        Visitor atHome = world.signedIn(some.account());
        Visitor onThePhone = world.signedIn(some.account());
        assertThat(administrator.get(address).text()).contains("Ses 2 sessions ouvertes prennent fin");
        administrator.click("Désactiver le compte");
        assertThat(administrator.press("Désactiver").problems()).containsExactly("Inscrivez le motif");
        administrator.press("Désactiver", Map.of("reason", "Téléphone volé"));

        assertThat(administrator.follow().text())
                .contains("Le compte est désactivé : elle est déconnectée partout.")
                .contains("est désactivé, et ses sessions prennent fin.", "Téléphone volé", me.name());
        assertThat(sessionsOf(some.account())).isZero();
        assertThat(atHome.get("/remplacements").location()).hasValue("/connexion");
        assertThat(onThePhone.get("/remplacements").location()).hasValue("/connexion");
        assertThat(signIn(some.account())).contains("refus");

        administrator.get(address);
        administrator.press("Réactiver le compte");
        assertThat(administrator.follow().text()).contains("Le compte est réactivé.", "Ouvert");
        assertThat(signIn(some.account())).doesNotContain("refus");
    }

    @Test
    void nobodyDisablesTheirOwnAccount() {
        String mine = "/admin/comptes/" + me.id();
        assertThat(administrator.get(mine).text())
                .contains("C’est votre propre compte.")
                .doesNotContain("Désactiver le compte");
        assertThat(administrator.get(mine + "/desactivation").text())
                .contains("Vous ne pouvez pas désactiver votre propre compte.");
        administrator.get(mine);
        assertThat(administrator
                        .post(
                                mine + "/desactivation",
                                Map.of("submissionId", UUID.randomUUID(), "version", 0, "reason", "par erreur"))
                        .status())
                .isEqualTo(409);
        assertThat(administrator.get("/admin/comptes").status()).isEqualTo(200);
    }

    @Test
    @Covers({"AUTH-21", "ABU-01"})
    void anAdministratorUnlocksAnAccountAfterTooManyWrongPasswords() {
        for (int i = 0; i < SecurityDoc.number("SIGN_IN_FREE_FAILURES"); i++) {
            signInWith(some.account(), "pas le bon mot de passe " + i);
        }
        assertThat(signIn(some.account())).contains("refus");
        assertThat(administrator
                        .get("/admin/comptes?texte=" + some.account().email())
                        .text())
                .contains("Bloqué jusqu’à");
        assertThat(administrator.get(address).text()).contains("aucun n’est examiné depuis un appareil inconnu avant");
        Page answer = administrator.post(
                address + "/deverrouillage", Map.of("submissionId", UUID.randomUUID(), "password", NEW));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(administrator.follow().text())
                .contains("Le compte est déverrouillé.", "est déverrouillé.", "Verrou : levé")
                .doesNotContain("aucun n’est examiné");
        assertThat(signInWith(some.account(), NEW)).contains("refus");
        assertThat(signIn(some.account())).doesNotContain("refus");

        jdbc.sql(
                        "update sign_in_budget set consecutive = ?, closed_until = null where account_id = ? and not of_device")
                .params(
                        SecurityDoc.number("SIGN_IN_MOST_FAILURES"),
                        some.account().id())
                .update();
        assertThat(signIn(some.account())).contains("refus");
        administrator.get(address);
        assertThat(administrator.page().text()).contains("aucun n’ouvre plus ce compte");
        administrator.press("Déverrouiller le compte");
        assertThat(signIn(some.account())).doesNotContain("refus");
    }

    @Test
    @Covers("WEB-04")
    void anExpiredSessionIsNotCountedAmongTheSessions() {
        world.signedIn(some.account()).get("/remplacements");
        world.signedIn(some.account());
        assertThat(administrator.get(address).text()).contains("Ses 2 sessions ouvertes");
        jdbc.sql("update spring_session set last_access_time = last_access_time - ? where principal_name = ?")
                .params(
                        SecurityDoc.duration("SESSION_IDLE").plusMinutes(1).toMillis(),
                        some.account().id().toString())
                .update();

        assertThat(administrator.get(address).text())
                .doesNotContain("sessions ouvertes")
                .doesNotContain("Mettre fin à ses sessions");
    }

    @Test
    @Covers("PRIV-01")
    void anActionWithoutEffectIsReportedAndNotRecorded() {
        for (String button : List.of("/sessions", "/deverrouillage")) {
            administrator.get(address);
            administrator.post(address + button, Map.of("submissionId", UUID.randomUUID()));
            assertThat(administrator.follow().html().select(".notice-warning").text())
                    .as(button)
                    .containsAnyOf("Elle n’avait plus de session ouverte.", "Ce compte n’était pas verrouillé.");
        }
        assertThat(jdbc.sql("select count(*) from history_entry where actor_id = ?")
                        .param(me.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from security_event where account_id = ?")
                        .param(some.account().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void endingTheSessionsOfAnAccountKeepsItOpen() {
        Visitor herself = world.signedIn(some.account());
        administrator.get(address);
        administrator.press("Mettre fin à ses sessions");

        assertThat(administrator.follow().text())
                .contains("Ses sessions ont pris fin.")
                .doesNotContain("Mettre fin à ses sessions");
        assertThat(herself.get("/remplacements").location()).hasValue("/connexion");
        assertThat(signIn(some.account())).doesNotContain("refus");
    }

    @Test
    @Covers("AUTH-21")
    void anAdministratorStartsAResetAndOnlyTheUserGetsTheLink() {
        String before = accounts.findById(some.account().id()).orElseThrow().passwordHash();
        Page shown = administrator.get(address);
        Page answer = administrator.post(
                address + "/mot-de-passe",
                Map.of("submissionId", UUID.randomUUID(), "password", NEW, "passwordHash", NEW, "token", "A"));
        assertThat(answer.status()).isEqualTo(303);
        Page after = administrator.follow();

        SomeMail mail = world.mailTo(some.account().email());
        assertThat(mail.path()).startsWith("/compte/nouveau-mot-de-passe/");
        assertThat(shown.body() + answer.body() + answer.headers() + after.body())
                .doesNotContain(mail.token());
        assertThat(world.mailsTo(me.email())).isEmpty();
        assertThat(after.text()).contains("Un lien pour choisir un nouveau mot de passe est envoyé à");
        assertThat(accounts.findById(some.account().id()).orElseThrow().passwordHash())
                .isEqualTo(before);
        assertThat(administrator
                        .get("/admin/courriels?texte=" + some.account().email())
                        .body())
                .doesNotContain(mail.token());

        Visitor herself = world.stranger();
        herself.get(mail.path());
        herself.press("Enregistrer le mot de passe", Map.of("password", NEW));
        assertThat(herself.follow().text()).contains("Votre mot de passe est changé");
        assertThat(signIn(some.account())).contains("refus");
    }

    @Test
    @Covers("AUTH-20")
    void aResetIsNeitherStartedNorFinishedForAnAccountWithoutAccess() {
        administrator.get(address);
        administrator.press("Envoyer un lien de mot de passe");
        String link = world.mailTo(some.account().email()).path();
        Map<String, String> closed = Map.of(
                "update account set state = 'DISABLED' where id = ?",
                "update account set state = 'ACTIVE' where id = ?",
                "update account set state = 'UNCONFIRMED' where id = ?",
                "update account set state = 'ACTIVE' where id = ?",
                "update client set active = false where id = (select client_id from client_manager m join account a"
                        + " on a.client_manager_id = m.id where a.id = ?)",
                "update client set active = true where id = (select client_id from client_manager m"
                        + " join account a on a.client_manager_id = m.id where a.id = ?)",
                "update client_manager set active = false where id ="
                        + " (select client_manager_id from account where id = ?)",
                "update client_manager set active = true where id ="
                        + " (select client_manager_id from account where id = ?)");
        closed.forEach((close, open) -> {
            jdbc.sql(close).param(some.account().id()).update();

            assertThat(administrator.get(address).text()).doesNotContain("Envoyer un lien de mot de passe");
            Page refused = administrator.post(address + "/mot-de-passe", Map.of("submissionId", UUID.randomUUID()));
            assertThat(refused.status()).as(close).isEqualTo(409);
            Visitor herself = world.stranger();
            herself.get(link);
            assertThat(herself.press("Enregistrer le mot de passe", Map.of("password", NEW))
                            .status())
                    .as(close)
                    .isEqualTo(410);

            jdbc.sql(open).param(some.account().id()).update();
        });
        assertThat(world.mailsTo(some.account().email())).hasSize(1);
    }

    @Test
    void aConfirmationIsSentAgainAndTheEarlierLinkBecomesInvalid() {
        ClientManager manager = world.knownManager();
        Visitor herself = world.stranger();
        herself.get("/compte/creation");
        herself.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", manager.email(), "password", NEW));
        String first = world.mailTo(manager.email()).path();
        Account account =
                accounts.findByEmailCanonical(manager.emailCanonical()).orElseThrow();
        assertThat(administrator.get("/admin/comptes/" + account.id()).text()).contains("À confirmer", "Pas encore");
        administrator.press("Renvoyer la confirmation");

        assertThat(administrator.follow().text()).contains("Un nouveau lien de confirmation est en route");
        String second = world.mailTo(manager.email(), 1).path();
        assertThat(herself.get(first).status()).isEqualTo(410);
        herself.get(second);
        herself.press("Confirmer mon compte");
        assertThat(herself.follow().text()).contains("Votre compte est confirmé");
        administrator.get("/admin/comptes/" + account.id());
        assertThat(administrator
                        .post(
                                "/admin/comptes/" + account.id() + "/confirmation",
                                Map.of("submissionId", UUID.randomUUID()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Covers("PRIV-03")
    void thePageShowsTheHistoryAndTheSecurityEventsOfTheAccount() {
        Visitor herself = world.signedIn(some.account());
        herself.get("/admin/demandes");
        signInWith(some.account(), "pas le bon mot de passe");
        administrator.get(address);
        administrator.press("Mettre fin à ses sessions");

        Page page = administrator.follow();
        assertThat(page.text())
                .contains("Fin de toutes les sessions de Marie", "Fiche de Marie")
                .contains("Connexion refusée", "Raison : courriel ou mot de passe inexact")
                .contains("Page refusée", "Page : /admin/demandes")
                .contains("Session terminée", "Par : " + me.name());
        Page record = administrator.click(
                "Fiche de " + some.manager().firstName() + " " + some.manager().lastName());
        assertThat(record.text()).contains("Fin de toutes les sessions de Marie");
        assertThat(administrator.get("/admin/clients/" + some.client().id()).text())
                .contains("Fin de toutes les sessions de Marie");
    }

    @Test
    void onlyAnAdministratorHasAccessAndAPageTakesAtMostFiveStatements() {
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Visitor herself = world.signedIn(some.account());
        for (String path : List.of("/admin/comptes", address)) {
            assertThat(dispatcher.get(path).status()).as(path).isEqualTo(403);
            assertThat(herself.get(path).status()).as(path).isEqualTo(403);
            assertThat(statements.during(() -> administrator.get(path))).hasSizeLessThanOrEqualTo(5);
            assertThat(administrator.page().status()).isEqualTo(200);
        }
        assertThat(administrator.get("/admin/comptes/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    @Covers({"ABU-04", "ABU-08"})
    void theNumberOfResetLinksToAMailboxIsLimitedPerHour() {
        String email = some.account().email();
        for (int i = 0; i < MAILS; i++) {
            administrator.get(address);
            assertThat(administrator.press("Envoyer un lien de mot de passe").status())
                    .isEqualTo(303);
            // A link that is superseded before it is sent is not mailed.
            world.mailTo(email, i);
        }

        administrator.get(address);
        administrator.press("Envoyer un lien de mot de passe");
        Page refused = administrator.follow();
        administrator.press("Envoyer un lien de mot de passe");

        assertThat(refused.html().select(".notice-warning").text())
                .startsWith("Plusieurs liens ont déjà été envoyés à cette adresse depuis une heure.");
        assertThat(refused.html().select(".notice-success")).isEmpty();
        assertThat(jdbc.sql("select count(*) from security_event where event = ? and account_id = ?")
                        .params("excess_rate_limit_exceeded", some.account().id())
                        .query(Integer.class)
                        .single())
                .as("told once of two refusals")
                .isEqualTo(1);
        assertThat(mailsQueuedFor(email)).isEqualTo(MAILS);
        assertThat(world.stranger().get(world.mailTo(email, MAILS - 1).path()).status())
                .as("the newest link")
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(61));
        Visitor later = world.signedIn(me);
        later.get(address);
        later.press("Envoyer un lien de mot de passe");
        assertThat(later.follow().text()).contains("Un lien pour choisir un nouveau mot de passe est en route");
    }

    @Test
    @Covers("ABU-04")
    void theNumberOfConfirmationsToAMailboxIsLimitedPerHour() {
        ClientManager manager = world.knownManager();
        Visitor herself = world.stranger();
        herself.get("/compte/creation");
        herself.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", manager.email(), "password", NEW));
        String page = "/admin/comptes/"
                + accounts.findByEmailCanonical(manager.emailCanonical())
                        .orElseThrow()
                        .id();
        for (int i = 1; i < MAILS; i++) {
            world.mailTo(manager.email(), i - 1);
            administrator.get(page);
            assertThat(administrator.press("Renvoyer la confirmation").status()).isEqualTo(303);
        }

        administrator.get(page);
        administrator.press("Renvoyer la confirmation");
        assertThat(administrator.follow().text()).contains("Plusieurs liens ont déjà été envoyés à cette adresse");

        assertThat(mailsQueuedFor(manager.email())).isEqualTo(MAILS);
        herself.get(world.mailTo(manager.email(), MAILS - 1).path());
        herself.press("Confirmer mon compte");
        assertThat(herself.page().location()).as("by the newest link").hasValue("/connexion");
    }

    private int mailsQueuedFor(String email) {
        return jdbc.sql("select count(*) from outgoing_mail where recipient = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    private int sessionsOf(Account account) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(account.id().toString())
                .query(Integer.class)
                .single();
    }

    private String signIn(Account account) {
        return signInWith(account, World.PASSWORD);
    }

    private String signInWith(Account account, String password) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", account.email(), "password", password))
                .location()
                .orElseThrow();
    }
}
