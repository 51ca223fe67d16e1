package ca.releve.myaccount;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.history.History;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class MyPasswordPagesTests {

    private static final String NEW = "des pommes de terre rôties";
    private static final String SAVE = "Enregistrer le mot de passe";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    History history;

    @Test
    @Covers({"AUTH-10", "WEB-01"})
    void aPasswordChangeEndsAllOtherSessions() {
        SomeClient client = world.client();
        Account account = client.account();
        Visitor atWork = world.signedIn(account);
        Visitor onThePhone = world.signedIn(account);
        Visitor somebodyElse = world.signedIn(world.client().account());
        onThePhone.get("/mon-compte");
        onThePhone.click("Modifier mon mot de passe");
        String before = onThePhone.cookie("__Host-SESSION").orElseThrow();

        onThePhone.press(SAVE, Map.of("password", NEW));

        assertThat(onThePhone.page().status()).isEqualTo(303);
        assertThat(onThePhone.page().location()).hasValue("/mon-compte");
        assertThat(onThePhone.follow().text())
                .contains("Votre mot de passe est changé, et vos autres sessions ont pris fin.");
        assertThat(onThePhone.cookie("__Host-SESSION").orElseThrow()).isNotEqualTo(before);
        assertThat(world.stranger()
                        .with("Cookie", "__Host-SESSION=" + before)
                        .get("/mon-compte")
                        .location())
                .hasValue("/connexion");
        assertThat(atWork.get("/remplacements").location()).hasValue("/connexion");
        assertThat(somebodyElse.get("/remplacements").status()).isEqualTo(200);

        SomeMail notice = world.mailTo(account.email());
        assertThat(notice.subject()).isEqualTo("Votre mot de passe est changé");
        assertThat(notice.text() + notice.html()).doesNotContain(NEW);
        assertThat(signIn(account, World.PASSWORD)).isEqualTo("/connexion?refus");
        assertThat(signIn(account, NEW)).isEqualTo("/");
        Page seenByStaff = world.signedIn(world.administrator())
                .get("/admin/clients/" + client.client().id() + "/gestionnaires/"
                        + client.manager().id());
        assertThat(seenByStaff.text()).contains("Le mot de passe du compte de " + account.name() + " est changé.");
        assertThat(events(account)).isEqualTo(1);
    }

    @Test
    @Covers("AUTH-10")
    void theOtherSessionsMayContinueAfterAPasswordChange() {
        Account account = world.dispatcher();
        Visitor atWork = world.signedIn(account);
        Visitor onThePhone = world.signedIn(account);
        onThePhone.get("/mon-compte/mot-de-passe");

        onThePhone.press(SAVE, Map.of("password", NEW, "endOthers", List.of()));

        assertThat(onThePhone.follow().text())
                .contains("Votre mot de passe est changé.")
                .doesNotContain("ont pris fin");
        assertThat(atWork.get("/admin/demandes").status()).isEqualTo(200);
        assertThat(history.ofSubject(account.staffMemberId())).hasSize(1);
    }

    @Test
    @Covers({"ABU-01", "ABU-02"})
    void aNewPasswordUnlocksTheAccountAndForgetsEveryBrowserButThisOne() {
        Account account = world.client().account();
        Visitor thief = world.stranger();
        signIn(thief, account, World.PASSWORD);
        Visitor herself = world.signedIn(account);
        signIn(world.stranger(), account, "pas le bon mot de passe");
        jdbc.sql("update sign_in_budget set consecutive = ? where account_id = ?")
                .params(SecurityDoc.number("SIGN_IN_MOST_FAILURES"), account.id())
                .update();
        assertThat(signIn(account, World.PASSWORD)).isEqualTo("/connexion?refus");
        herself.get("/mon-compte/mot-de-passe");

        herself.press(SAVE, Map.of("password", NEW));

        assertThat(isKnown(thief, account)).isFalse();
        assertThat(isKnown(herself, account)).isTrue();
        assertThat(signIn(account, NEW)).isEqualTo("/");
    }

    @Test
    void anInvalidPasswordIsRefusedAndNotShownAgain() {
        Account account = world.client().account();
        Visitor visitor = world.signedIn(account);
        visitor.get("/mon-compte/mot-de-passe");

        Page refused = visitor.press(SAVE, Map.of("password", "trop court", "endOthers", List.of()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.title()).startsWith("Erreur");
        assertThat(refused.problems())
                .containsExactly("Choisissez un mot de passe d’au moins 15 caractères. Une phrase fait très bien.");
        assertThat(refused.body()).doesNotContain("trop court");
        assertThat(refused.html().selectFirst("input[type=checkbox]").hasAttr("checked"))
                .isFalse();
        assertThat(visitor.press(SAVE, Map.of("password", "mon adresse est " + account.email()))
                        .problems())
                .containsExactly(
                        "Choisissez un mot de passe qui ne contient ni votre nom, ni votre courriel, ni le nom de votre CPE, de votre garderie ou du service");
        assertThat(signIn(account, World.PASSWORD)).isEqualTo("/");
    }

    @Test
    void aLinkRequestedBeforeThePasswordChangeIsInvalidAfterwards() {
        Account account = world.client().account();
        Visitor stranger = world.stranger();
        stranger.get("/compte/mot-de-passe-oublie");
        stranger.press("Recevoir un lien", Map.of("email", account.email()));
        String link = world.mailTo(account.email()).path();
        Visitor visitor = world.signedIn(account);
        visitor.get("/mon-compte/mot-de-passe");

        visitor.press(SAVE, Map.of("password", NEW));

        assertThat(world.stranger().get(link).status()).isEqualTo(410);
    }

    @Test
    void aSecondPressOfTheButtonChangesNothingMore() {
        Account account = world.client().account();
        Visitor visitor = world.signedIn(account);
        Page shown = visitor.get("/mon-compte/mot-de-passe");
        visitor.press(shown, SAVE, Map.of("password", NEW));

        visitor.press(shown, SAVE, Map.of("password", NEW));

        assertThat(visitor.page().location()).hasValue("/mon-compte");
        assertThat(signIn(account, NEW)).isEqualTo("/");
        assertThat(events(account)).isEqualTo(1);
    }

    private boolean isKnown(Visitor visitor, Account account) {
        return jdbc.sql("""
                        select exists (select 1 from known_device
                                        where account_id = ? and device_hash = sha256(convert_to(?, 'UTF8')))
                        """)
                .params(account.id(), visitor.cookie("__Host-APPAREIL").orElseThrow())
                .query(Boolean.class)
                .single();
    }

    private String signIn(Account account, String password) {
        return signIn(world.stranger(), account, password);
    }

    private static String signIn(Visitor visitor, Account account, String password) {
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", account.email(), "password", password))
                .location()
                .orElseThrow();
    }

    private int events(Account account) {
        return jdbc.sql("select count(*) from security_event where account_id = ? and event = 'authn_password_change'")
                .param(account.id())
                .query(Integer.class)
                .single();
    }
}
