package ca.releve.testing;

import ca.releve.account.Account;
import ca.releve.client.Facility;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.TimeEntries.Worked;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Creates a client with two installations and data of every kind in every status, through the pages. */
@TestComponent
public class BusyClients {

    private final World world;
    private final TimeEntries hours;

    BusyClients(World world, TimeEntries hours) {
        this.world = world;
        this.hours = hours;
    }

    public Busy make() {
        SomeClient client = world.client();
        Facility other = world.facility(client.client(), "Installation de la Rive");
        Account limited = world.limitedManager(client);
        Visitor manager = world.signedIn(client.account());
        Visitor dispatcher = world.signedIn(world.dispatcher());
        Substitute substitute = world.substitute();
        SomeClient there = new SomeClient(client.client(), other, client.manager(), client.account());

        for (SomeClient at : new SomeClient[] {client, there}) {
            world.request(at);
            world.sentRequest(at, world.shift(Duration.ofDays(2), 8), world.shift(Duration.ofDays(3), 8));
            answer(dispatcher, sent(at), "precision", "Envoyer la question");
            work(at, manager);
        }
        answer(dispatcher, sent(client), "refus", "Refuser la demande");
        answer(dispatcher, sent(client), "annulation", "Annuler la demande");
        ReplacementRequest searching = sent(client);
        dispatcher.get("/admin/demandes/" + searching.id());
        dispatcher.press("Prendre en recherche");
        world.confirmed(client, substitute, world.shift(Duration.ofDays(4), 8), world.shift(Duration.ofDays(5), 8));
        ReplacementRequest cancelled = world.confirmed(client, substitute, world.shift(Duration.ofHours(20), 3));
        manager.get("/remplacements/" + cancelled.id() + "/annulation");
        manager.press("Annuler la demande", Map.of("reason", "Journée pédagogique."));
        manager.get("/remplacements/" + sent(client).id() + "/modification");
        manager.press("Enregistrer", Map.of("notes", "Entrer par la cour."));
        for (SomeClient at : new SomeClient[] {client, there}) {
            manager.get("/remplacements/" + sent(at).id() + "/modele");
            manager.press("Enregistrer", Map.of("templateName", "Ouverture des poupons"));
        }
        return new Busy(client, other, limited, manager);
    }

    private ReplacementRequest sent(SomeClient at) {
        return world.sentRequest(at, world.shift(Duration.ofDays(6), 8));
    }

    private static void answer(Visitor dispatcher, ReplacementRequest request, String verb, String button) {
        dispatcher.get("/admin/demandes/" + request.id() + "/" + verb);
        dispatcher.press(button, Map.of("reason", "Le mot du service."));
    }

    /** Time entries to declare, to approve, adjusted, returned and approved. */
    private void work(SomeClient at, Visitor manager) {
        hours.worked(at, 1);
        Worked declared = hours.submitted(at, 4);
        hours.submitLonger(hours.worked(at, 1).id(0), 30, "Restée plus tard.");
        manager.get("/approbation/" + declared.id(0) + "/modification");
        manager.press("Enregistrer", Map.of("adjustment", "0,25", "note", "Restée plus tard."));
        manager.get("/approbation/" + declared.id(1) + "/retour");
        manager.press("Retourner", Map.of("reason", "Elle est partie à 15 h."));
        hours.approve(declared.id(2), world.actor(at.account()));
    }

    /**
     * A client with data of every kind.
     *
     * @param other its second installation
     * @param limited a manager who sees the first one only
     * @param manager sees both, and is signed in
     */
    public record Busy(SomeClient client, Facility other, Account limited, Visitor manager) {}
}
