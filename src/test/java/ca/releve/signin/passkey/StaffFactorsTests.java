package ca.releve.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.signin.Doors;
import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.Handlers.Handler;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SoftKey;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The staff sign in with two factors, and a stolen first factor is not enough to add the second one. */
@PortalTest
class StaffFactorsTests {

    private static final String USE = "Utiliser ma clé d’accès";
    private static final String SIGN_IN = "Se connecter avec une clé d’accès";
    private static final String SESSION = "__Host-SESSION";

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    @Covers("AUTH-18")
    void noPageOfTheStaffIsAvailableWithOneFactor() {
        Account account = world.administrator();
        Visitor passwordOnly = world.withPassword(account);
        Visitor passkeyOnly = world.stranger();
        passkeyOnly.get("/connexion");
        world.show(passkeyOnly, SIGN_IN, world.passkeyOf(account));
        List<Handler> ofTheStaff = handlers.all().stream()
                .filter(it -> it.pattern().startsWith("/admin"))
                .toList();
        assertThat(ofTheStaff).hasSizeGreaterThan(50);
        for (Handler handler : ofTheStaff) {
            assertThat(ask(passwordOnly, handler).location()).as("%s", handler).hasValueSatisfying(it -> assertThat(it)
                    .startsWith("/connexion/cle"));
            assertThat(ask(passkeyOnly, handler).location()).as("%s", handler).hasValueSatisfying(it -> assertThat(it)
                    .startsWith("/connexion/confirmation"));
        }
        assertThat(passwordOnly.get("/mon-compte").location()).hasValue("/connexion/cle");
        assertThat(passwordOnly.get("/mon-compte/cles/nouvelle").location()).hasValue("/connexion/cle");
        assertThat(passwordOnly.get("/remplacements").status()).isEqualTo(403);
    }

    @Test
    @Covers("AUTH-18")
    void aUserWithOneFactorSeesNoDataOfTheService() {
        Visitor visitor = world.withPassword(world.dispatcher());
        assertThat(visitor.get("/connexion/cle").html().select("nav, .count")).isEmpty();
        assertThat(visitor.get("/confidentialite").html().select("nav, .count")).isEmpty();
        assertThat(visitor.press(visitor.get("/connexion/cle"), "Se déconnecter", Map.of())
                        .location())
                .hasValueSatisfying(it -> assertThat(it).startsWith("/connexion"));
    }

    @Test
    @Covers({"AUTH-18", "AUTH-19"})
    void aPasskeyAfterThePasswordRedirectsToTheSavedPage() {
        Account account = world.administrator();
        Visitor visitor = world.withPassword(account);
        visitor.get("/admin/listes");
        visitor.follow();
        world.show(visitor, USE, world.passkeyOf(account));
        assertThat(visitor.page().location()).hasValue("/admin/listes");
        assertThat(visitor.follow().status()).isEqualTo(200);
    }

    @Test
    @Covers("AUTH-19")
    void thePasswordCompletesThePasskey() {
        Account account = world.dispatcher();
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        world.show(visitor, SIGN_IN, world.passkeyOf(account));
        assertThat(visitor.get("/admin/demandes").location()).hasValue("/connexion/confirmation");
        visitor.follow();
        assertThat(visitor.page().html().select("[data-passkey]")).isEmpty();
        visitor.press("Confirmer", Map.of("password", World.PASSWORD));
        assertThat(visitor.page().location()).hasValue("/admin/demandes");
        assertThat(visitor.follow().status()).isEqualTo(200);
        assertThat(visitor.get("/admin/listes").status()).isEqualTo(403);
    }

    @Test
    @Covers("AUTH-19")
    void aRepeatedFactorKeepsTheOther() {
        Account account = world.administrator();
        Visitor visitor = world.signedIn(account);
        visitor.get("/connexion/confirmation");
        visitor.press("Confirmer", Map.of("password", World.PASSWORD));
        assertThat(visitor.get("/admin/listes").status()).isEqualTo(200);
        visitor.get("/connexion/confirmation");
        world.show(visitor, USE, world.passkeyOf(account));
        assertThat(visitor.get("/admin/listes").status()).isEqualTo(200);
    }

    @Test
    @Covers("ACC-10")
    void theRoleIsNotStoredWithTheFactors() {
        Account account = world.administrator();
        Visitor visitor = world.signedIn(account);
        assertThat(visitor.get("/admin/listes").status()).isEqualTo(200);
        visitor.get("/connexion/confirmation");
        visitor.press("Confirmer", Map.of("password", World.PASSWORD));
        jdbc.sql("update staff_member set role = 'DISPATCHER' where id = ?")
                .param(account.staffMemberId())
                .update();
        assertThat(visitor.get("/admin/listes").status()).isEqualTo(403);
    }

    @Test
    @Covers("WEB-01")
    void theSessionIdChangesWithEachFactorAndTheOldOneIsInvalid() {
        Account account = world.dispatcher();
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        String first = visitor.cookie(SESSION).orElseThrow();
        visitor.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));
        String second = visitor.cookie(SESSION).orElseThrow();
        visitor.get("/connexion/cle");
        world.show(visitor, USE, world.passkeyOf(account));
        String third = visitor.cookie(SESSION).orElseThrow();
        visitor.get("/connexion/confirmation");
        visitor.press("Confirmer", Map.of("password", World.PASSWORD));
        String fourth = visitor.cookie(SESSION).orElseThrow();
        visitor.get("/connexion/confirmation");
        world.show(visitor, USE, world.passkeyOf(account));
        assertThat(visitor.get("/admin/demandes").status()).isEqualTo(200);
        assertThat(List.of(first, second, third, fourth, visitor.cookie(SESSION).orElseThrow()))
                .doesNotHaveDuplicates();
        for (String old : List.of(first, second, third, fourth)) {
            Visitor thief = world.stranger().with("Cookie", SESSION + "=" + old);
            assertThat(thief.get("/admin/demandes").location()).hasValue("/connexion");
        }
    }

    @Test
    void aPasskeyOfAnotherAccountIsRefusedAsTheSecondFactor() {
        Account one = world.dispatcher();
        Account other = world.administrator();
        Visitor visitor = world.withPassword(one);
        visitor.get("/connexion/cle");
        world.show(visitor, USE, world.passkeyOf(other));
        assertThat(visitor.page().location()).hasValue("/connexion/cle?cle-refusee");
        assertThat(visitor.follow().text()).contains("Cette clé d’accès n’ouvre pas le portail.");
        assertThat(visitor.get("/admin/listes").location()).hasValue("/connexion/cle");

        // The challenge was issued before the sign-in and is answered afterwards.
        Visitor late = world.stranger();
        Visitor.Page before = late.get("/connexion");
        String answer = world.passkeyOf(other)
                .sign(late.post("/connexion/cle/options", Map.of()).body(), world.origin());
        late.press(before, "Se connecter", Map.of("email", one.email(), "password", World.PASSWORD));
        Visitor.Page page = late.get("/connexion/cle");
        late.press(page, USE, Map.of("credential", answer));
        assertThat(late.page().location()).hasValue("/connexion/cle?cle-refusee");
    }

    @Test
    @Covers("AUTH-20")
    void aDeactivatedStaffMemberCannotSignInWithAPasskey() {
        Account account = world.dispatcher();
        jdbc.sql("update staff_member set active = false where id = ?")
                .param(account.staffMemberId())
                .update();
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        world.show(visitor, SIGN_IN, world.passkeyOf(account));
        assertThat(visitor.page().location()).hasValue("/connexion?cle-refusee");
    }

    @Test
    @Covers({"AUTH-18", "AUTH-08"})
    void aNewStaffMemberAddsTheFirstPasskeyByAMailedLink() {
        Account account = world.staffWithoutPasskey(Role.DISPATCHER);
        SoftKey laptop = SoftKey.of(account.id());
        Visitor visitor = world.withPassword(account);
        String link = requestLink(visitor, account, 0);
        for (int i = 0; i < 3; i++) {
            visitor.get(link);
            visitor.head(link);
        }
        open(visitor, link);
        visitor.press("Créer la clé d’accès", Map.of("label", "Portable"));
        assertThat(visitor.page().status()).isEqualTo(422);
        world.make(visitor, "Portable", laptop);
        assertThat(visitor.page().location()).hasValue("/connexion/cle");
        assertThat(visitor.get("/admin/demandes").location()).hasValue("/connexion/cle");
        assertThat(visitor.follow().text()).contains("Votre clé d’accès est créée.");
        world.show(visitor, USE, laptop);
        assertThat(visitor.page().location()).hasValue("/admin/demandes");
        assertThat(visitor.follow().status()).isEqualTo(200);
        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(visitor.click("Mes clés d’accès").status())
                .as("who is in needs no other link")
                .isEqualTo(200);
        assertThat(world.mailTo(account.email(), 1).subject())
                .isEqualTo("Une clé d’accès a été ajoutée à votre compte");
    }

    @Test
    @Covers({"AUTH-06", "AUTH-18"})
    void theLinkNeedsThePasswordOfItsAccountAndExpires() {
        Account account = world.staffWithoutPasskey(Role.ADMINISTRATOR);
        Visitor visitor = world.withPassword(account);
        String first = requestLink(visitor, account, 0);
        String second = requestLink(visitor, account, 1);
        assertThat(open(world.withPassword(world.staffWithoutPasskey(Role.DISPATCHER)), second)
                        .status())
                .isEqualTo(410);
        assertThat(visitor.get(first).status()).isEqualTo(410);
        assertThat(visitor.get("/compte/cle").status()).isEqualTo(410);
        assertThat(open(visitor, second).status()).isEqualTo(200);

        Visitor elsewhere = world.stranger();
        assertThat(open(elsewhere, second).location()).hasValue("/connexion");
        elsewhere.follow();
        elsewhere.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));
        assertThat(elsewhere.page().location()).hasValue("/compte/cle");
        assertThat(elsewhere.follow().status()).isEqualTo(200);

        clock.advance(SecurityDoc.duration("PASSKEY_LINK_LIFETIME"));
        Visitor later = world.withPassword(account);
        assertThat(later.get(second).status()).isEqualTo(410);
        later.get("/connexion/cle");
        assertThat(later.post("/compte/cle/options", Map.of("label", "Portable"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    @Covers("AUTH-06")
    void theSessionsDoNotContainTheTokenOfAFollowedLink() {
        Account account = world.staffWithoutPasskey(Role.ADMINISTRATOR);
        Visitor visitor = world.withPassword(account);
        String link = requestLink(visitor, account, 0);
        String token = link.substring(link.lastIndexOf('/') + 1);
        open(visitor, link);
        open(world.stranger(), link);
        clock.advance(SecurityDoc.duration("STEP_UP"));
        assertThat(open(visitor, link).location()).hasValue("/connexion/confirmation");
        assertThat(jdbc.sql(
                                "select count(*) from spring_session_attributes where position(:token::bytea in attribute_bytes) > 0")
                        .param("token", token.getBytes(StandardCharsets.US_ASCII))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aUserWithAPasskeyGetsNoLink() {
        Account account = world.dispatcher();
        Visitor visitor = world.withPassword(account);
        assertThat(visitor.get("/connexion/cle").text()).doesNotContain("Recevoir le lien");
        visitor.post(
                "/connexion/cle/lien", Map.of("submissionId", UUID.randomUUID().toString()));
        assertThat(jdbc.sql("select count(*) from account_token where account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Covers("AUTH-23")
    void aNewPasswordDoesNotReplaceALostPasskey() {
        Account account = world.dispatcher();
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", account.email()));
        visitor.get(world.mailTo(account.email()).path());
        visitor.press("Enregistrer le mot de passe", Map.of("password", "une tout autre phrase"));
        visitor.follow();
        visitor.press("Se connecter", Map.of("email", account.email(), "password", "une tout autre phrase"));
        assertThat(visitor.get("/admin/demandes").location()).hasValue("/connexion/cle");
        assertThat(visitor.follow().text()).contains(USE).doesNotContain("Recevoir le lien");
    }

    @Test
    @Covers("AUTH-23")
    void lostPasskeysAreRemovedByTheStaffAndReplacedByTheMailedLink() {
        Account account = world.dispatcher();
        Account administrator = world.administrator();
        SoftKey lost = world.passkeyOf(account);
        Visitor thief = world.signedIn(account);

        Visitor helper = world.signedIn(administrator);
        helper.get("/admin/comptes/" + account.id());
        helper.click("Retirer ses clés d’accès");
        helper.press("Retirer toutes ses clés");
        assertThat(helper.page().problems()).containsExactly("Écrivez comment vous l’avez reconnue");
        helper.press("Retirer toutes ses clés", Map.of("reason", "Rappelée à son numéro de domicile."));
        assertThat(helper.follow().text()).contains("Toutes ses clés d’accès sont retirées.");

        assertThat(thief.get("/admin/demandes").location()).hasValue("/connexion");
        thief.get("/connexion");
        world.show(thief, SIGN_IN, lost);
        assertThat(thief.page().location()).hasValue("/connexion?cle-refusee");
        assertThat(world.mailTo(account.email()).subject()).isEqualTo("Vos clés d’accès ont été retirées");
        assertThat(jdbc.sql("select event || ': ' || reason from history_entry where subject_id = ? and actor_id = ?")
                        .params(account.staffMemberId(), administrator.id())
                        .query(String.class)
                        .list())
                .containsExactly("passkey.all-removed: Rappelée à son numéro de domicile.");

        Visitor visitor = world.withPassword(account);
        assertThat(visitor.get("/admin/demandes").location()).hasValue("/connexion/cle");
        SoftKey found = SoftKey.of(account.id());
        open(visitor, requestLink(visitor, account, 1));
        world.make(visitor, "Nouveau portable", found);
        visitor.follow();
        world.show(visitor, USE, found);
        assertThat(visitor.get("/admin/demandes").status()).isEqualTo(200);
    }

    @Test
    void onlyExistingPasskeysOfAnotherUserCanBeRemovedAsLost() {
        Account administrator = world.administrator();
        Visitor helper = world.signedIn(administrator);
        Account manager = world.client().account();
        helper.get("/admin/comptes/" + manager.id() + "/cles");
        assertThat(helper.page().text()).contains("Cette personne n’a pas de clé d’accès.");
        for (Account account : List.of(manager, administrator)) {
            helper.get("/confidentialite");
            Map<String, String> fields =
                    Map.of("submissionId", UUID.randomUUID().toString(), "reason", "Au téléphone.");
            assertThat(helper.post("/admin/comptes/" + account.id() + "/cles", fields)
                            .status())
                    .isEqualTo(409);
        }
        assertThat(helper.page().text()).contains("Vos propres clés d’accès se retirent dans « Mon compte ».");
        Visitor.Page form = helper.get("/admin/comptes/" + administrator.id() + "/cles");
        assertThat(form.status()).isEqualTo(409);
        assertThat(form.text()).contains("se retirent dans « Mon compte »");
    }

    @Test
    @Covers("ABU-04")
    void linksToAFirstPasskeyAreLimitedAndTheNewestStaysValid() {
        Account account = world.staffWithoutPasskey(Role.DISPATCHER);
        Visitor visitor = world.withPassword(account);
        int most = SecurityDoc.number("MAILS_PER_OWNER");
        String newest = null;
        for (int i = 0; i < most; i++) {
            newest = requestLink(visitor, account, i);
        }

        for (int i = 0; i < 5; i++) {
            assertThat(requestLink(visitor, account, most - 1)).isEqualTo(newest);
            assertThat(visitor.page().text()).contains("Ouvrez le plus récent").doesNotContain("en route");
        }

        assertThat(jdbc.sql("select count(*) from outgoing_mail where recipient = ?")
                        .param(account.email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(most);
        open(visitor, newest);
        assertThat(visitor.page().status()).isEqualTo(200);
    }

    @Test
    @Covers({"ABU-02", "AUTH-23"})
    void requestsOfOthersDoNotPreventAFirstPasskey() {
        Account account = world.staffWithoutPasskey(Role.DISPATCHER);
        int most = SecurityDoc.number("MAILS_PER_ACCOUNT");
        for (int i = 0; i < most; i++) {
            Doors.forgotten(world.stranger(), account.email());
            world.mailTo(account.email(), i);
        }

        Visitor visitor = world.withPassword(account);

        assertThat(open(visitor, requestLink(visitor, account, most)).status()).isEqualTo(200);
    }

    private String requestLink(Visitor visitor, Account account, int mailsBefore) {
        visitor.get("/connexion/cle");
        visitor.press("Recevoir le lien");
        visitor.follow();
        return world.mailTo(account.email(), mailsBefore).path();
    }

    private static Visitor.Page open(Visitor visitor, String link) {
        return visitor.get(link).location().isPresent() ? visitor.follow() : visitor.page();
    }

    private static Visitor.Page ask(Visitor visitor, Handler handler) {
        String path =
                handler.pattern().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (handler.isGet()) {
            return visitor.get(path);
        }
        visitor.get("/confidentialite");
        return visitor.post(path, Map.of());
    }
}
