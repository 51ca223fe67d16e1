package ca.releve.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.Handlers.Handler;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SoftKey;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change that concerns the security of an account requires a recent factor. */
@PortalTest
@Covers("AUTH-16")
class StepUpTests {

    private static final Set<String> WITHOUT = Set.of("GET /mon-compte", "GET /mon-compte/sessions");

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sensitiveChangesRequireARecentFactor() {
        Visitor manager = world.signedIn(world.client().account());
        Visitor administrator = world.signedIn(world.administrator());
        assertThat(manager.get("/mon-compte/cles").status()).isEqualTo(200);
        clock.advance(SecurityDoc.duration("STEP_UP"));

        for (Handler handler : sensitive("/mon-compte")) {
            assertThat(ask(manager, handler).location())
                    .as("%s", handler)
                    .hasValue("/connexion/confirmation" + (handler.isGet() ? "" : "?rien-enregistre"));
        }
        for (String path : List.of("/admin/personnel", "/admin/comptes")) {
            sensitive(path).stream().filter(it -> !it.isGet()).forEach(handler -> assertThat(
                            ask(administrator, handler).location())
                    .as("%s", handler)
                    .hasValue("/connexion/confirmation?rien-enregistre"));
        }
        assertThat(manager.get("/mon-compte").status()).isEqualTo(200);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        assertThat(administrator.get("/admin/listes").status()).isEqualTo(200);
    }

    @Test
    void aRecentFactorIsNotRequestedAgain() {
        Visitor manager = world.signedIn(world.client().account());
        clock.advance(SecurityDoc.duration("STEP_UP").minus(Duration.ofSeconds(20)));
        assertThat(manager.get("/mon-compte/cles").status()).isEqualTo(200);
    }

    @Test
    void aChangeWithoutARecentFactorIsNotAppliedLaterEither() {
        Account account = world.client().account();
        world.givePasskey(account, "Téléphone");
        UUID id = jdbc.sql("select id from passkey where account_id = ?")
                .param(account.id())
                .query(UUID.class)
                .single();
        Visitor manager = world.signedIn(account);
        manager.get("/mon-compte/cles/" + id + "/retrait");
        clock.advance(SecurityDoc.duration("STEP_UP"));
        manager.press("Retirer");
        assertThat(manager.follow().text()).contains("Confirmez que c’est vous", "Rien n’a été enregistré");

        manager.press("Confirmer", Map.of("password", World.PASSWORD));
        assertThat(manager.page().location()).hasValue("/mon-compte/cles/" + id + "/retrait");
        assertThat(manager.follow().text()).contains("Retirer la clé d’accès");
        manager.press("Retirer");
        assertThat(manager.page().location()).hasValue("/mon-compte/cles");
    }

    @Test
    void aChangeOfAnAccountsAddressRequiresARecentFactorAndKeepsTheInput() {
        Visitor administrator = world.signedIn(world.administrator());
        String form = "/admin/clients/" + world.client().client().id() + "/gestionnaires/nouvelle";
        administrator.get(form);
        clock.advance(SecurityDoc.duration("STEP_UP"));
        administrator.press("Enregistrer", Map.of("firstName", "Nadia", "email", "nadia@example.test"));
        assertThat(administrator.page().location()).hasValue("/connexion/confirmation?rien-enregistre");
        administrator.follow();
        administrator.press("Confirmer", Map.of("password", World.PASSWORD));
        assertThat(administrator.page().location()).hasValue(form);
        assertThat(administrator.follow().html().select("input[name=firstName]").val())
                .isEqualTo("Nadia");
        assertThat(administrator.page().html().select("input[name=email]").val())
                .isEqualTo("nadia@example.test");
        assertThat(administrator.page().text())
                .contains("Rien n’a été enregistré", "Voici ce que vous aviez inscrit")
                .doesNotContain("trop longtemps");
        clock.advance(SecurityDoc.duration("STEP_UP"));
        UUID any = UUID.randomUUID();
        assertThat(administrator
                        .post("/admin/acces/" + any + "/acceptation", Map.of())
                        .location())
                .hasValue("/connexion/confirmation?rien-enregistre");
    }

    @Test
    void anInterruptedActionMustBeSubmittedAgainAndKeepsOtherForms() {
        Visitor administrator = world.signedIn(world.administrator());
        Account manager = world.client().account();
        administrator.get("/admin/comptes/" + manager.id());
        assertThat(pressedTooLate(administrator, "Envoyer un lien de mot de passe"))
                .isEqualTo("/admin/comptes/" + manager.id());
        assertThat(administrator.page().text()).contains("Rien n’a été enregistré", "Appuyez de nouveau");
        administrator.press("Envoyer un lien de mot de passe");
        assertThat(administrator.follow().text()).contains("en route").doesNotContain("Appuyez de nouveau");

        UUID invited = world.save(new StaffMember("Josée", "Roy", world.email("josee"), Role.DISPATCHER))
                .id();
        administrator.get("/admin/personnel/" + invited);
        assertThat(pressedTooLate(administrator, "Renvoyer l’invitation")).isEqualTo("/admin/personnel/" + invited);
        assertThat(administrator.page().text()).contains("Appuyez de nouveau");
        assertThat(administrator.page().html().select("#firstName").val()).isEqualTo("Josée");
    }

    /** @return the page of the redirect after the confirmation */
    private String pressedTooLate(Visitor person, String button) {
        clock.advance(SecurityDoc.duration("STEP_UP"));
        person.press(button);
        person.follow();
        person.press("Confirmer", Map.of("password", World.PASSWORD));
        person.follow();
        String page = person.page().location().orElseThrow();
        person.follow();
        return page;
    }

    @Test
    void aPasswordOrAPasskeyIsARecentFactor() {
        Account account = world.client().account();
        SoftKey phone = world.givePasskey(account, "Téléphone");
        Visitor manager = world.signedIn(account);
        for (int i = 0; i < 2; i++) {
            clock.advance(SecurityDoc.duration("STEP_UP"));
            assertThat(manager.get("/mon-compte/cles?langue=fr").location()).hasValue("/connexion/confirmation");
            manager.follow();
            if (i == 0) {
                manager.press("Confirmer", Map.of("password", World.PASSWORD));
            } else {
                world.show(manager, "Utiliser ma clé d’accès", phone);
            }
            assertThat(manager.page().location()).hasValue("/mon-compte/cles?langue=fr");
            assertThat(manager.follow().status()).isEqualTo(200);
            assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndCountedAsAFailedSignIn() {
        Account account = world.client().account();
        Visitor manager = world.signedIn(account);
        clock.advance(SecurityDoc.duration("STEP_UP"));
        manager.get("/mon-compte/cles");
        manager.follow();
        manager.press("Confirmer", Map.of("password", "ce n’est pas le bon"));
        assertThat(manager.page().location()).hasValue("/connexion/confirmation?refus");
        assertThat(manager.follow().problems()).containsExactly("Le mot de passe ne convient pas");
        assertThat(manager.get("/mon-compte/cles").location()).hasValue("/connexion/confirmation");
        assertThat(jdbc.sql("select count(*) from security_event where account_id = ? and event = 'authn_login_fail'")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    void theConfirmationAcceptsOnlyTheAccountOfTheSession() {
        Account account = world.client().account();
        Account other = world.client().account();
        Visitor manager = world.signedIn(account);
        clock.advance(SecurityDoc.duration("STEP_UP"));
        Visitor.Page page = manager.get("/connexion/confirmation");
        manager.press(page, "Confirmer", Map.of("password", World.PASSWORD));
        assertThat(manager.get("/mon-compte").text()).contains(account.email());

        clock.advance(SecurityDoc.duration("STEP_UP"));
        manager.get("/connexion/confirmation");
        manager.post(
                "/connexion/confirmation",
                Map.of("username", other.email(), "email", other.email(), "password", World.PASSWORD));
        assertThat(manager.get("/mon-compte").text()).contains(account.email());
    }

    @Test
    @Covers("WEB-13")
    void aRequestOfHtmxIsRedirectedToTheConfirmation() {
        Visitor manager = world.signedIn(world.client().account());
        clock.advance(SecurityDoc.duration("STEP_UP"));
        manager.with("HX-Request", "true");
        assertThat(manager.get("/mon-compte/cles").status()).isEqualTo(401);
        assertThat(manager.page().header("HX-Redirect")).hasValue("/connexion/confirmation");
        assertThat(manager.page().body()).isEmpty();
    }

    private List<Handler> sensitive(String path) {
        return handlers.all().stream()
                .filter(it -> it.pattern().equals(path) || it.pattern().startsWith(path + "/"))
                .filter(it -> !WITHOUT.contains(it.toString()))
                .toList();
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
