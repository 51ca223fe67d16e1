package ca.releve.browser;

import ca.releve.account.Account;
import ca.releve.catalog.JobFunction;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients, access requests, lists and substitutes, in a real browser. */
@BrowserTest
class AdminBrowserTests {

    @Autowired
    World world;

    @Test
    @Tag("long")
    void theAdminPagesAreAccessible() {
        Account administrator = world.administrator();
        // The staff may enter a word that is wider than the screen of a phone.
        world.save(new JobFunction("Fonction" + "très".repeat(14) + "longue", "Job", 1));
        SomeClient some = world.client();
        String client = "/admin/clients/" + some.client().id();
        String substitute = "/admin/remplacantes/" + world.substitute().id();
        try (Person person = Person.onALaptop(world).signIn(administrator)) {
            for (String path : List.of(
                    "/admin/clients",
                    client,
                    client + "/modification",
                    client + "/installations/" + some.facility().id(),
                    client + "/gestionnaires/" + some.manager().id(),
                    client + "/desactivation",
                    "/admin/acces",
                    "/admin/listes",
                    "/admin/listes/groupes/nouveau",
                    "/admin/remplacantes?texte=personne-de-ce-nom",
                    substitute)) {
                person.open(path).findsItAccessibleAtEveryWidth();
            }
            person.open("/admin/remplacantes/nouvelle")
                    .press("Enregistrer")
                    .reads("Il y a un problème")
                    .findsItAccessibleAtEveryWidth();
        }
    }

    @Test
    void anAdministratorAddsAClientAndItsInstallation() {
        String name = "CPE Les Hirondelles " + System.nanoTime() % 1_000_000_000;
        try (Person person = Person.withoutScript(world).signIn(world.administrator())) {
            person.open("/admin/clients")
                    .follow("Ajouter un client")
                    .fill("Nom du client", name)
                    .press("Enregistrer")
                    .reads("Le client est ajouté.")
                    .follow("Ajouter une installation")
                    .fill("Nom de l’installation", "Pavillon du Parc")
                    .fill("Adresse", "12, rue des Érables")
                    .fill("Ville", "Québec")
                    .press("Enregistrer")
                    .reads("L’installation est ajoutée.")
                    .reads("Pavillon du Parc");
        }
    }
}
