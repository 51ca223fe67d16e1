package ca.releve.staff;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Accounts;
import ca.releve.client.ClientManager;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The staff change the address of a manager who has an account. */
@PortalTest
class MovedManagersPagesTests {

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Covers({"AUTH-03", "ACC-10"})
    void theAccountGetsTheNewAddressAndItsSessionsEnd() {
        SomeClient client = world.client();
        Account account = client.account();
        String wanted = world.email("marie.ailleurs").original();
        Visitor manager = world.signedIn(account);
        Visitor stranger = world.stranger();
        stranger.get("/compte/mot-de-passe-oublie");
        stranger.press("Recevoir un lien", Map.of("email", account.email()));
        String reset = world.mailTo(account.email()).path();

        move(client.client().id(), client.manager().id(), wanted);

        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
        assertThat(world.stranger().get(reset).status()).isEqualTo(410);
        assertThat(signIn(account.email())).isEqualTo("/connexion?refus");
        assertThat(signIn(wanted)).as("with the former password").isEqualTo("/connexion?refus");
        assertThat(world.mailTo(account.email(), 1).subject())
                .isEqualTo("Le service a changé l’adresse de votre compte");
        assertThat(world.mailTo(account.email(), 1).text()).doesNotContain(wanted);
        assertThat(world.mailTo(wanted).subject()).isEqualTo("Choisissez un nouveau mot de passe");
    }

    @Test
    @Covers({"AUTH-03", "AUTH-20"})
    void onlyTheNewMailboxCanResetThePassword() {
        SomeClient client = world.client();
        world.givePasskey(client.account(), "Téléphone d’avant");
        String wanted = world.email("marie.ailleurs").original();

        move(client.client().id(), client.manager().id(), wanted);

        assertThat(jdbc.sql("select count(*) from passkey where account_id = ?")
                        .param(client.account().id())
                        .query(Integer.class)
                        .single())
                .isZero();
        Visitor visitor = world.stranger();
        visitor.get(world.mailTo(wanted).path());
        visitor.press("Recevoir un lien", Map.of("email", wanted));
        visitor.get(world.mailTo(wanted, 1).path());
        visitor.press("Enregistrer le mot de passe", Map.of("password", World.PASSWORD));
        assertThat(signIn(wanted)).isEqualTo("/");
    }

    @Test
    void aPendingChangeOfAddressIsCancelled() {
        SomeClient client = world.client();
        String wanted = world.email("demandee").original();
        Visitor manager = world.signedIn(client.account());
        manager.get("/mon-compte/courriel");
        manager.press("Recevoir les liens", Map.of("email", wanted));
        String link = world.mailTo(wanted).path();

        move(
                client.client().id(),
                client.manager().id(),
                world.email("du.service").original());

        assertThat(world.stranger().get(link).status()).isEqualTo(410);
    }

    @Test
    void anotherSpellingOfTheSameAddressEndsNoSession() {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());
        String spelled = client.account().email().toUpperCase();

        move(client.client().id(), client.manager().id(), spelled);

        assertThat(manager.get("/mon-compte").text()).contains("Courriel " + spelled);
    }

    @Test
    void anUnconfirmedAccountIsDeletedAndTheNewMailboxIsInvited() {
        ClientManager known = world.knownManager();
        signUp(known);
        String confirmation = world.mailTo(known.email()).path();
        String wanted = world.email("nadia.ailleurs").original();

        move(known.clientId(), known.id(), wanted);

        assertThat(world.stranger().get(confirmation).status()).isEqualTo(410);
        assertThat(accounts.findByClientManagerId(known.id())).isEmpty();
        assertThat(world.mailTo(wanted).subject()).isEqualTo("Vous pouvez créer votre compte");
    }

    @Test
    void aDisabledAccountGetsTheNewAddressWithoutAMail() {
        SomeClient client = world.client();
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(client.account().id())
                .update();
        String wanted = world.email("marie.ailleurs").original();

        move(client.client().id(), client.manager().id(), wanted);

        assertThat(accounts.findById(client.account().id()).orElseThrow().email())
                .isEqualTo(wanted);
        assertThat(jdbc.sql("select count(*) from outgoing_mail where recipient in (?, ?)")
                        .params(wanted, client.account().email())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As for a disabled account: a new password would not give access. */
    @Test
    @Covers("AUTH-20")
    void theAccountOfAnInactiveManagerGetsTheNewAddressWithoutAMail() {
        SomeClient client = world.client();
        ClientManager uninvited = world.knownManager();
        signUp(uninvited);
        String wanted = world.email("marie.ailleurs").original();
        String other = world.email("nadia.ailleurs").original();
        for (UUID id : List.of(client.manager().id(), uninvited.id())) {
            jdbc.sql("update client_manager set active = false where id = ?")
                    .param(id)
                    .update();
        }

        move(client.client().id(), client.manager().id(), wanted);
        move(uninvited.clientId(), uninvited.id(), other);

        assertThat(accounts.findById(client.account().id()).orElseThrow().email())
                .isEqualTo(wanted);
        assertThat(accounts.findByClientManagerId(uninvited.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from outgoing_mail where recipient in (?, ?, ?)")
                        .params(wanted, client.account().email(), other)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A hash waits for a slot of the queue, and would hold a database connection meanwhile. */
    @Test
    @Covers("AUTH-14")
    void noPasswordIsHashedWhenTheStaffChangeAnAddress() {
        List<String> hashes = Stream.of(world.client(), world.client())
                .peek(it -> move(
                        it.client().id(),
                        it.manager().id(),
                        world.email("marie.ailleurs").original()))
                .map(it -> accounts.findById(it.account().id()).orElseThrow().passwordHash())
                .toList();

        assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
    }

    private void signUp(ClientManager manager) {
        Visitor stranger = world.stranger();
        stranger.get("/compte/creation");
        stranger.press(
                "Créer un compte",
                Map.of("firstName", "X", "lastName", "Y", "email", manager.email(), "password", World.PASSWORD));
    }

    private void move(UUID clientId, UUID managerId, String email) {
        Visitor administrator = world.signedIn(world.administrator());
        administrator.get("/admin/clients/" + clientId + "/gestionnaires/" + managerId);
        administrator.press("Enregistrer", Map.of("email", email));
        assertThat(administrator.page().status()).isEqualTo(303);
    }

    private String signIn(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        return visitor.press("Se connecter", Map.of("email", email, "password", World.PASSWORD))
                .location()
                .orElseThrow();
    }
}
