package ca.releve.browser;

import ca.releve.account.Account;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Réglages: staff, accounts, security events and mails, in a real browser. */
@BrowserTest
class SettingsBrowserTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("long")
    void thePagesOfTheSettingsAreAccessible() {
        Account administrator = world.administrator();
        Account colleague = world.dispatcher();
        SomeClient some = world.client();
        world.signedIn(some.account()).get("/admin/demandes");
        forgotten(some.account().email());
        world.mailTo(some.account().email());
        String account = "/admin/comptes/" + some.account().id();
        String mail = "/admin/courriels/"
                + jdbc.sql("select id from outgoing_mail where recipient = ?")
                        .param(some.account().email())
                        .query(String.class)
                        .single();
        String member = "/admin/personnel/" + colleague.staffMemberId();
        try (Person person = Person.onALaptop(world).signIn(administrator)) {
            for (String path : List.of(
                    "/admin/reglages",
                    "/admin/personnel",
                    "/admin/personnel?texte=personne-de-ce-nom",
                    member,
                    member + "/desactivation",
                    "/admin/personnel/" + administrator.staffMemberId(),
                    "/admin/comptes",
                    "/admin/comptes?texte=personne-de-ce-nom",
                    account,
                    "/admin/securite",
                    "/admin/securite?personne=personne-de-ce-nom",
                    "/admin/securite?du=2031-05-05&au=2031-05-04",
                    "/admin/courriels",
                    "/admin/courriels?texte=personne-de-ce-nom",
                    mail)) {
                person.open(path).findsItAccessibleAtEveryWidth();
            }
            person.open("/admin/personnel/nouveau")
                    .press("Enregistrer")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
            person.open(account + "/desactivation")
                    .press("Désactiver")
                    .reads("Inscrivez le motif")
                    .findsItAccessibleAtEveryWidth();
            jdbc.sql("update outgoing_mail set status = 'FAILED' where recipient = ?")
                    .param(some.account().email())
                    .update();
            person.open(mail)
                    .findsItAccessibleAtEveryWidth()
                    .press("Classer")
                    .reads("Le courriel est classé.")
                    .findsItAccessibleAtEveryWidth();
            jdbc.sql("update mail_quota set sent = array_fill(now(), array[:most]) where account_id = :id")
                    .param("most", SecurityDoc.number("MAILS_PER_ACCOUNT"))
                    .param("id", some.account().id())
                    .update();
            person.open(account)
                    .press("Envoyer un lien de mot de passe")
                    .reads("Plusieurs liens ont déjà été envoyés")
                    .findsItAccessibleAtEveryWidth();
        }
    }

    @Test
    void aStaffMemberIsAddedAndAnAccountDisabledWithoutScript() {
        String address = world.email("rosalie").original();
        SomeClient some = world.client();
        try (Person person = Person.withoutScript(world).signIn(world.administrator())) {
            person.open("/admin/demandes")
                    .followInNavigation("Réglages")
                    .follow("Personnel")
                    .follow("Ajouter une personne")
                    .fill("Prénom", "Rosalie")
                    .fill("Nom", "Paquet")
                    .fill("Courriel", address)
                    .tickNearby("Répartitrice")
                    .press("Enregistrer")
                    .reads("Un courriel à " + address + " l’invite à créer son compte.");
            person.open("/admin/comptes?texte=" + some.account().email())
                    .followFirst("Tremblay")
                    .follow("Désactiver le compte")
                    .fill("Motif", "Téléphone volé")
                    .press("Désactiver")
                    .reads("Le compte est désactivé")
                    .reads("Téléphone volé");
        }
    }

    private void forgotten(String email) {
        Visitor visitor = world.stranger();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", email));
    }
}
