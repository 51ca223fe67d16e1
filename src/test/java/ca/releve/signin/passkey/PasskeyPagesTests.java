package ca.releve.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.account.Account;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SoftKey;
import ca.releve.testing.Statements;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/** Passkeys of all users: created, used, renamed, removed. */
@PortalTest
class PasskeyPagesTests {

    private static final String SIGN_IN = "Se connecter avec une clé d’accès";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasskeyStore store;

    @Autowired
    Statements statements;

    @Test
    void aManagerAddsAPasskeyAndSignsInWithItInsteadOfThePassword() {
        Account account = world.client().account();
        SoftKey phone = SoftKey.of(account.id());
        Visitor manager = world.signedIn(account);
        manager.get("/mon-compte/cles");
        assertThat(manager.page().text()).contains("Aucune clé d’accès pour le moment");

        manager.click("Ajouter une clé d’accès");
        world.make(manager, "Téléphone", phone);
        assertThat(manager.follow().text()).contains("La clé d’accès est ajoutée.", "Téléphone", "Jamais");

        Visitor later = world.stranger();
        later.get("/connexion");
        world.show(later, SIGN_IN, phone);
        assertThat(later.follow().location()).hasValue("/remplacements");
        assertThat(later.follow().status()).isEqualTo(200);
        assertThat(later.get("/mon-compte/cles").text()).doesNotContain("Jamais");

        assertThat(world.mailTo(account.email()).subject()).isEqualTo("Une clé d’accès a été ajoutée à votre compte");
        assertThat(world.mailTo(account.email()).text()).contains("«\u00a0Téléphone\u00a0»");
        assertThat(history(account)).containsExactly("passkey.added");
        assertThat(events(account)).contains("authn_token_created passkey=added by=" + account.id());
    }

    @Test
    void aSignInWithAPasskeyRedirectsToTheSavedPage() {
        Account account = world.client().account();
        SoftKey phone = world.givePasskey(account, "Téléphone");
        Visitor manager = world.stranger();
        manager.get("/approbation");
        manager.follow();
        world.show(manager, SIGN_IN, phone);
        assertThat(manager.follow().title()).startsWith("Approbation des heures");
    }

    @Test
    void theChallengeBeforeTheSignInNamesNoAccount() {
        Account account = world.client().account();
        world.givePasskey(account, "Téléphone");
        Visitor stranger = world.stranger();
        stranger.get("/connexion");
        assertThat(stranger.post("/connexion/cle/options", Map.of("email", account.email()))
                        .body())
                .contains("\"allowCredentials\":[]", "\"userVerification\":\"required\"");
    }

    @Test
    void aPasskeyIsDiscoverableAndVerifiesTheUser() {
        Visitor manager = world.signedIn(world.client().account());
        manager.get("/mon-compte/cles/nouvelle");
        assertThat(manager.post("/mon-compte/cles/nouvelle/options", Map.of("label", "Téléphone"))
                        .body())
                .contains("\"residentKey\":\"required\"", "\"userVerification\":\"required\"");
    }

    @Test
    void aPasskeyNeedsANameBeforeItIsCreated() {
        Account account = world.client().account();
        Visitor manager = world.signedIn(account);
        manager.get("/mon-compte/cles/nouvelle");
        Visitor.Page form = manager.page();
        assertThat(manager.post("/mon-compte/cles/nouvelle/options", Map.of("label", " "))
                        .status())
                .isEqualTo(422);
        manager.press(form, "Créer la clé d’accès", Map.of("label", " "));
        assertThat(manager.page().status()).isEqualTo(422);
        assertThat(manager.page().problems())
                .containsExactly("Donnez un nom à la clé, par exemple celui de l’appareil");

        manager.press("Créer la clé d’accès", Map.of("label", "Téléphone"));
        assertThat(manager.page().status()).isEqualTo(422);
        assertThat(manager.page().html().select("#label").val()).isEqualTo("Téléphone");
        assertThat(history(account)).isEmpty();
    }

    @Test
    void aPasskeySubmittedTwiceIsAddedOnce() {
        Account account = world.client().account();
        SoftKey phone = SoftKey.of(account.id());
        Visitor manager = world.signedIn(account);
        Visitor.Page form = manager.get("/mon-compte/cles/nouvelle");
        String options = manager.post("/mon-compte/cles/nouvelle/options", Map.of("label", "Téléphone"))
                .body();
        Map<String, String> answer = Map.of("label", "Téléphone", "credential", phone.make(options, world.origin()));
        manager.press(form, "Créer la clé d’accès", answer);
        manager.press(form, "Créer la clé d’accès", answer);
        assertThat(manager.page().location()).hasValue("/mon-compte/cles");
        assertThat(history(account)).containsExactly("passkey.added");
    }

    @Test
    void atTheLimitAPasskeyMustBeRemovedBeforeAnotherIsAdded() {
        Account account = world.client().account();
        int most = SecurityDoc.number("PASSKEYS_PER_ACCOUNT");
        for (int i = 1; i < most; i++) {
            world.givePasskey(account, "Appareil " + i);
        }
        String enough = "Vous avez déjà " + most + " clés d’accès.";
        Visitor manager = world.signedIn(account);
        assertThat(manager.get("/mon-compte/cles").text()).doesNotContain(enough);
        Visitor.Page form = manager.click("Ajouter une clé d’accès");
        String options = manager.post("/mon-compte/cles/nouvelle/options", Map.of("label", "Tablette"))
                .body();
        world.givePasskey(account, "Téléphone");

        String answer = SoftKey.of(account.id()).make(options, world.origin());
        manager.press(form, "Créer la clé d’accès", Map.of("label", "Tablette", "credential", answer));

        assertThat(manager.page().status()).isEqualTo(409);
        assertThat(manager.page().text()).contains(enough, "Tablette");
        assertThat(manager.page().body()).as("what the device said").doesNotContain("attestationObject");
        assertThat(store.of(account.id())).hasSize(most);
        assertThat(manager.get("/mon-compte/cles/nouvelle").status()).isEqualTo(409);
        manager.get("/mon-compte/cles");
        assertThat(manager.page().text()).contains(enough).doesNotContain("Ajouter une clé d’accès");
        assertThat(manager.post("/mon-compte/cles/nouvelle/options", Map.of("label", "Tablette"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anInvalidAnswerToTheChallengeAddsNoPasskey() {
        Account account = world.client().account();
        SoftKey phone = SoftKey.of(account.id());
        String another = "{\"challenge\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";
        Visitor manager = world.signedIn(account);
        for (UnaryOperator<String> wrong : List.<UnaryOperator<String>>of(
                options -> phone.make(another, world.origin()),
                options -> phone.make(options, "https://portail.example.test"),
                options -> phone.sign(options, world.origin()),
                options -> "{}",
                options -> "[")) {
            Visitor.Page form = manager.get("/mon-compte/cles/nouvelle");
            String options = manager.post("/mon-compte/cles/nouvelle/options", Map.of("label", "Téléphone"))
                    .body();
            manager.press(
                    form, "Créer la clé d’accès", Map.of("label", "Téléphone", "credential", wrong.apply(options)));
            assertThat(manager.page().status()).isEqualTo(422);
            assertThat(manager.page().problems())
                    .containsExactly("La clé d’accès n’a pas pu être enregistrée. Recommencez.");
        }
        assertThat(history(account)).isEmpty();
        assertThat(world.mailsTo(account.email())).isEmpty();
    }

    @Test
    @Covers("AUTH-01")
    void anInvalidAnswerToTheChallengeSignsNobodyIn() {
        Account account = world.client().account();
        SoftKey phone = world.givePasskey(account, "Téléphone");
        SoftKey unknown = SoftKey.of(account.id());
        String another = "{\"challenge\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";
        String said = null;
        for (UnaryOperator<String> wrong : List.<UnaryOperator<String>>of(
                options -> unknown.sign(options, world.origin()),
                options -> phone.sign(another, world.origin()),
                options -> phone.sign(options, "https://portail.example.test"),
                options -> phone.signWithoutLooking(options, world.origin()),
                options -> phone.make(options, world.origin()),
                options -> "{}",
                options -> "")) {
            Visitor stranger = world.stranger();
            Visitor.Page shown = stranger.get("/connexion");
            String options = stranger.post("/connexion/cle/options", Map.of()).body();
            stranger.press(shown, SIGN_IN, Map.of("credential", wrong.apply(options)));
            assertThat(stranger.page().location()).hasValue("/connexion?cle-refusee");
            said = same(said, stranger.follow().text());
            assertThat(stranger.get("/remplacements").location()).hasValue("/connexion");
        }
    }

    @Test
    void anAnswerIsAcceptedOnce() {
        Account account = world.client().account();
        SoftKey phone = world.givePasskey(account, "Téléphone");
        Visitor stranger = world.stranger();
        Visitor.Page shown = stranger.get("/connexion");
        String answer =
                phone.sign(stranger.post("/connexion/cle/options", Map.of()).body(), world.origin());
        stranger.press(shown, SIGN_IN, Map.of("credential", answer));
        assertThat(stranger.page().location()).hasValue("/");

        Visitor.Page again = stranger.get("/connexion/confirmation");
        stranger.press(again, "Utiliser ma clé d’accès", Map.of("credential", answer));
        assertThat(stranger.page().location()).hasValue("/connexion/confirmation?cle-refusee");
    }

    /** A signature counter that does not increase indicates a cloned authenticator. */
    @Test
    void aClonedAuthenticatorIsRefused() {
        SoftKey key = world.givePasskey(world.client().account(), "Clé de sécurité");
        List<Integer> counts = List.of(0, 0, 5, 5, 4, 0, 6);
        List<Boolean> opened = new ArrayList<>();

        for (int count : counts) {
            Visitor stranger = world.stranger();
            Visitor.Page shown = stranger.get("/connexion");
            String options = stranger.post("/connexion/cle/options", Map.of()).body();
            stranger.press(shown, SIGN_IN, Map.of("credential", key.signCounting(count, options, world.origin())));
            opened.add(stranger.page().location().equals(Optional.of("/")));
        }

        assertThat(opened).containsExactly(true, true, true, false, false, false, true);
    }

    @Test
    @Covers("AUTH-20")
    void aPasskeyDoesNotSignInToADisabledAccount() {
        String said = null;
        for (String closing : List.of(
                "update account set state = 'DISABLED' where id = :account",
                "update account set state = 'UNCONFIRMED' where id = :account",
                "update client set active = false where id = :client",
                "update client_manager set active = false where id = :manager")) {
            SomeClient some = world.client();
            SoftKey phone = world.givePasskey(some.account(), "Téléphone");
            jdbc.sql(closing)
                    .param("account", some.account().id())
                    .param("client", some.client().id())
                    .param("manager", some.manager().id())
                    .update();
            Visitor stranger = world.stranger();
            stranger.get("/connexion");
            world.show(stranger, SIGN_IN, phone);
            assertThat(stranger.page().location()).as(closing).hasValue("/connexion?cle-refusee");
            said = same(said, stranger.follow().text());
            assertThat(stranger.get("/remplacements").location()).hasValue("/connexion");
            assertThat(events(some.account())).noneMatch(it -> it.startsWith("authn_login_success"));
        }
    }

    @Test
    void aChallengeOfAnotherUserOfTheBrowserAddsNoPasskey() {
        Account hers = world.client().account();
        Account another = world.client().account();
        Visitor browser = world.signedIn(hers);
        browser.get("/mon-compte/cles/nouvelle");
        String options = browser.post("/mon-compte/cles/nouvelle/options", Map.of("label", "Téléphone"))
                .body();
        browser.get("/mon-compte/cles");
        browser.post("/connexion", Map.of("email", another.email(), "password", World.PASSWORD));
        assertThat(browser.get("/mon-compte").text()).contains(another.email());
        browser.get("/mon-compte/cles/nouvelle");

        String answer = SoftKey.of(hers.id()).make(options, world.origin());
        browser.press("Créer la clé d’accès", Map.of("label", "Téléphone", "credential", answer));

        assertThat(browser.page().status()).isEqualTo(422);
        assertThat(store.of(hers.id())).isEmpty();
        assertThat(store.of(another.id())).isEmpty();
    }

    @Test
    @Covers("AUTH-23")
    void aPasskeyRemovedDuringItsUseIsNotStoredAgain() {
        Account account = world.client().account();
        SoftKey phone = world.givePasskey(account, "Téléphone");
        CredentialRecord inUse = store.findByCredentialId(new Bytes(phone.credentialId()));
        store.removeAll(account.id());

        assertThatThrownBy(() -> store.save(inUse)).isInstanceOf(IllegalStateException.class);

        assertThat(store.of(account.id())).isEmpty();
    }

    @Test
    void aPasskeyIsRenamedAndRemovedByItsOwnerOnly() {
        Account account = world.client().account();
        world.givePasskey(account, "Téléphone");
        UUID id = jdbc.sql("select id from passkey where account_id = ?")
                .param(account.id())
                .query(UUID.class)
                .single();
        Visitor manager = world.signedIn(account);
        manager.get("/mon-compte/cles");
        manager.click("Renommer Téléphone");
        manager.press("Enregistrer", Map.of("label", "Téléphone de Marie"));
        assertThat(manager.follow().text()).contains("La clé d’accès est renommée.", "Téléphone de Marie");

        Visitor other = world.signedIn(world.client().account());
        for (String page : List.of("/nom", "/retrait")) {
            assertThat(other.get("/mon-compte/cles/" + id + page).status()).isEqualTo(404);
            other.get("/mon-compte/cles/nouvelle");
            Map<String, String> fields =
                    Map.of("label", "À moi", "submissionId", UUID.randomUUID().toString());
            assertThat(other.post("/mon-compte/cles/" + id + page, fields).status())
                    .isEqualTo(404);
        }

        manager.click("Retirer Téléphone de Marie");
        manager.press("Retirer");
        assertThat(manager.follow().text()).contains("La clé d’accès est retirée", "Aucune clé d’accès pour le moment");
        assertThat(history(account)).containsExactly("passkey.renamed", "passkey.removed");
        assertThat(world.mailTo(account.email()).subject()).isEqualTo("Une clé d’accès a été retirée de votre compte");
    }

    @Test
    @Covers("WEB-04")
    void removingAPasskeyMayEndTheSessionsThatItOpened() {
        for (boolean ended : List.of(true, false)) {
            Account account = world.client().account();
            SoftKey phone = world.givePasskey(account, "Téléphone");
            Visitor finder = world.stranger();
            finder.get("/connexion");
            world.show(finder, SIGN_IN, phone);
            assertThat(finder.get("/remplacements").status()).isEqualTo(200);
            Visitor owner = world.signedIn(account);
            owner.get("/mon-compte/cles");
            owner.click("Retirer Téléphone");

            owner.press("Retirer", ended ? Map.of() : Map.of("endOthers", List.of()));

            assertThat(owner.follow().text())
                    .contains("La clé d’accès est retirée" + (ended ? ", et vos autres sessions ont pris fin." : "."));
            assertThat(finder.get("/remplacements").status()).isEqualTo(ended ? 302 : 200);
        }
    }

    @Test
    void theStaffCannotRemoveTheirLastPasskeyEvenConcurrently() throws Exception {
        Account account = world.dispatcher();
        Visitor dispatcher = world.signedIn(account);
        dispatcher.get("/mon-compte/cles");
        assertThat(dispatcher.page().text()).contains("C’est votre seule clé.").doesNotContain("Retirer");
        world.givePasskey(account, "Téléphone");
        List<UUID> both = jdbc.sql("select id from passkey where account_id = ?")
                .param(account.id())
                .query(UUID.class)
                .list();
        List<Visitor> browsers = List.of(dispatcher, secondBrowser(account));
        for (int i = 0; i < 2; i++) {
            browsers.get(i).get("/mon-compte/cles/" + both.get(i) + "/retrait");
        }
        List<Integer> answers = AtOnce.run(
                2,
                i -> () -> browsers.get(i)
                        .press("Retirer", Map.of("endOthers", List.of()))
                        .status());
        assertThat(answers).containsExactlyInAnyOrder(303, 409);
        assertThat(jdbc.sql("select count(*) from passkey where account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePageOfThePasskeysTakesOneStatementBesideTheAccount() {
        Account account = world.client().account();
        world.givePasskey(account, "Téléphone");
        Visitor manager = world.signedIn(account);
        manager.get("/mon-compte/cles");
        assertThat(statements.during(() -> manager.get("/mon-compte/cles"))).hasSizeLessThanOrEqualTo(4);
    }

    private Visitor secondBrowser(Account account) {
        return world.signedIn(account);
    }

    private static String same(String before, String now) {
        if (before != null) {
            assertThat(now).isEqualTo(before);
        }
        return now;
    }

    private List<String> history(Account account) {
        return jdbc.sql("select event from history_entry where subject_id = ? order by at, id")
                .param(account.clientManagerId())
                .query(String.class)
                .list();
    }

    private List<String> events(Account account) {
        return jdbc.sql("select event || ' ' || facts from security_event where account_id = ?")
                .param(account.id())
                .query(String.class)
                .list();
    }
}
