package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser, with a virtual authenticator. */
@Tag("long")
@BrowserTest
class PasskeyBrowserTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void aManagerAddsAPasskeyAndSignsInWithIt() {
        Account account = world.client().account();
        try (Person person = Person.onAPhone(world).signIn(account)) {
            Device device = Device.of(person);
            person.open("/mon-compte/cles/nouvelle")
                    .press("Créer la clé d’accès")
                    .reads("Donnez un nom à la clé")
                    .fill("Nom de la clé", "Téléphone")
                    .press("Créer la clé d’accès")
                    .reads("La clé d’accès est ajoutée.")
                    .open("/mon-compte/cles/nouvelle")
                    .fill("Nom de la clé", "Encore ce téléphone")
                    .press("Créer la clé d’accès")
                    .reads("Cet appareil a déjà une clé d’accès pour votre compte.")
                    .findsItAccessible();
            // The last factor is too old: the user confirms it, and the typed name is kept.
            person.open("/mon-compte/cles/nouvelle").fill("Nom de la clé", "Tablette");
            clock.advance(SecurityDoc.duration("STEP_UP"));
            person.press("Créer la clé d’accès")
                    .reads("Confirmez que c’est vous")
                    .fill("Mot de passe", World.PASSWORD)
                    .press("Confirmer")
                    .reads("Voici ce que vous aviez inscrit");
            assertThat(person.page().getByLabel("Nom de la clé").inputValue()).isEqualTo("Tablette");
            person.page().context().clearCookies();

            person.open("/remplacements")
                    .press("Se connecter avec une clé d’accès")
                    .reads("Liste des remplacements");
            person.page().context().clearCookies();

            device.inTheHandsOfAnother();
            person.open("/connexion")
                    .press("Se connecter avec une clé d’accès")
                    .reads("l’appareil n’a pas donné de clé d’accès")
                    .findsItAccessible();
            assertThat(person.path()).isEqualTo("/connexion");
        }
    }

    @Test
    @Covers({"AUTH-18", "AUTH-19", "AUTH-23"})
    void theStaffSignInWithPasswordAndPasskeyFromTheFirstDay() {
        Account account = world.staffWithoutPasskey(Role.ADMINISTRATOR);
        try (Person person = Person.onALaptop(world).signIn(account.email(), World.PASSWORD)) {
            Device.of(person);
            person.reads("Vous n’en avez pas encore").findsItAccessible();
            person.press("Recevoir le lien").reads("Le lien est en route.");
            person.open(world.mailTo(account.email()).path())
                    .findsItAccessible()
                    .fill("Nom de la clé", "Portable du bureau")
                    .press("Créer la clé d’accès")
                    .reads("Votre clé d’accès est créée.")
                    .findsItAccessible()
                    .press("Utiliser ma clé d’accès")
                    .reads("Demandes");
            person.open("/admin/listes").reads("Listes");
            person.page().context().clearCookies();

            // In the other order.
            person.open("/admin/listes")
                    .press("Se connecter avec une clé d’accès")
                    .reads("Confirmez que c’est vous")
                    .fill("Mot de passe", World.PASSWORD)
                    .press("Confirmer")
                    .reads("Listes");
        }
    }

    @Test
    void anExistingPasskeyIsAcceptedAsTheSecondFactor() {
        Account account = world.dispatcher();
        try (Person person = Person.onALaptop(world).signIn(account.email(), World.PASSWORD)) {
            Device.of(person).with(world.passkeyOf(account));
            person.press("Utiliser ma clé d’accès").reads("Demandes");
        }
    }

    @Test
    void withoutScriptThePageExplainsPasskeysAndThePasswordStillWorks() {
        Account account = world.client().account();
        try (Person person = Person.withoutScript(world).open("/connexion")) {
            person.reads("il faut un navigateur à jour").doesNotRead("Se connecter avec une clé d’accès");
            person.signIn(account.email(), World.PASSWORD)
                    .open("/mon-compte/cles/nouvelle")
                    .reads("il faut un navigateur à jour");
            person.fill("Nom de la clé", "Téléphone")
                    .press("Créer la clé d’accès")
                    .reads("Il y a un problème");
        }
    }

    @Test
    void thePagesOfPasskeysAreAccessible() {
        Account account = world.client().account();
        Account dispatcher = world.dispatcher();
        Account administrator = world.administrator();
        Account newcomer = world.staffWithoutPasskey(Role.DISPATCHER);
        try (Person person = Person.onALaptop(world)) {
            person.open("/connexion?cle-refusee").findsItAccessibleAtEveryWidth();
            person.signIn(account);
            person.open("/mon-compte/cles").findsItAccessibleAtEveryWidth();
            person.open("/mon-compte/cles/nouvelle")
                    .press("Créer la clé d’accès")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
            world.givePasskey(account, "Téléphone d’Anne-Catherine-Geneviève");
            UUID id = jdbc.sql("select id from passkey where account_id = ?")
                    .param(account.id())
                    .query(UUID.class)
                    .single();
            for (String path : List.of(
                    "/mon-compte/cles",
                    "/mon-compte/cles/" + id + "/nom",
                    "/mon-compte/cles/" + id + "/retrait",
                    "/connexion/confirmation",
                    "/connexion/confirmation?refus",
                    "/connexion/confirmation?rien-enregistre")) {
                person.open(path).findsItAccessibleAtEveryWidth();
            }
            jdbc.sql("delete from passkey where account_id = ?")
                    .param(account.id())
                    .update();
            person.page().context().clearCookies();
            person.signIn(dispatcher.email(), World.PASSWORD)
                    .reads("Utiliser ma clé d’accès")
                    .findsItAccessibleAtEveryWidth();
            person.page().context().clearCookies();
            person.signIn(newcomer.email(), World.PASSWORD)
                    .reads("Recevoir le lien")
                    .findsItAccessibleAtEveryWidth();
            person.open("/compte/cle/perdu").findsItAccessibleAtEveryWidth();
            person.page().context().clearCookies();
            person.signIn(administrator)
                    .open("/admin/comptes/" + dispatcher.id() + "/cles")
                    .findsItAccessibleAtEveryWidth()
                    .press("Retirer toutes ses clés")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
        }
    }
}
