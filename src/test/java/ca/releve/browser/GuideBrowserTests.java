package ca.releve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.client.ClientManager;
import ca.releve.replacement.PassingOfTime;
import ca.releve.substitute.Substitute;
import ca.releve.testing.TestClock;
import ca.releve.testing.World;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps of the user's guide, with its labels, from « Créer un compte » to approved hours. */
@BrowserTest
@DisplayName("The user's guide, step by step (TST-02, A11Y-01, A11Y-12)")
class GuideBrowserTests {

    private static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    private static final String PASSWORD = "le lac est calme ce matin";

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    PassingOfTime passingOfTime;

    @Test
    void aManagerRequestsASubstituteAndApprovesTheHoursOnAPhone() {
        aManagerRequestsASubstituteAndApprovesTheHours(Person::onAPhone);
    }

    @Test
    @Tag("long")
    void aManagerDoesTheSameWithoutScript() {
        aManagerRequestsASubstituteAndApprovesTheHours(Person::withoutScript);
    }

    @Test
    @Tag("long")
    void aManagerDoesTheSameOnALaptop() {
        aManagerRequestsASubstituteAndApprovesTheHours(Person::onALaptop);
    }

    private void aManagerRequestsASubstituteAndApprovesTheHours(Function<World, Person> browser) {
        clock.set(at("2027-03-01T05:45"));
        ClientManager known = world.knownManager();
        Substitute substitute = world.substitute();
        Account dispatcher = world.dispatcher();

        String request;
        try (Person manager = browser.apply(world)) {
            createsAnAccount(manager, known);
            request = asksForSomebody(manager);
        }
        try (Person staff = Person.onALaptop(world).signIn(dispatcher)) {
            assigns(staff, request, substitute);
        }
        try (Person manager = browser.apply(world).signIn(known.email(), PASSWORD)) {
            seesWhoComes(manager, substitute);
        }

        clock.set(at("2027-03-03T08:00"));
        passingOfTime.catchUp();
        try (Person staff = Person.onALaptop(world).signIn(dispatcher)) {
            fillsTheTimeSheet(staff, known);
        }
        try (Person manager = browser.apply(world).signIn(known.email(), PASSWORD)) {
            approves(manager, substitute);
        }
    }

    private void createsAnAccount(Person manager, ClientManager known) {
        manager.open("/connexion").findsItAccessible().follow("Créer un compte").findsItAccessible();
        manager.fill("Prénom", "Marie")
                .fill("Nom", "Tremblay")
                .fill("Courriel", known.email())
                .fill("Mot de passe", PASSWORD)
                .press("Créer un compte")
                .reads("Si le service connaît cette adresse, un courriel est en route")
                .findsItAccessible();
        manager.open(world.mailTo(known.email()).path()).findsItAccessible();
        manager.press("Confirmer mon compte").reads("Votre compte est confirmé");
        manager.fill("Courriel", known.email()).fill("Mot de passe", PASSWORD).press("Se connecter");
        manager.reads("Liste des remplacements").findsItAccessible();
    }

    /** @return the path of the request */
    private String asksForSomebody(Person manager) {
        manager.followInNavigation("Nouveau remplacement").findsItAccessible();
        manager.press("Enregistrer").reads("Il y a un problème").findsItAccessible();
        manager.choose("Fonction du remplaçant", "Éducatrice")
                .choose("Groupe d’âge", "Poupons")
                .choose("Tâche à exécuter", "Remplacement en groupe")
                .tick("Qualifiée")
                .fill("Notes", "Sonner à la porte verte.")
                .press("Enregistrer")
                .reads("cette demande n’est pas encore envoyée")
                .findsItAccessible();
        String request = manager.path().replaceAll("[?#].*", "");

        manager.follow("Horaire").follow("Définir l’horaire").findsItAccessible();
        manager.fill("Date de début", "2027-03-01")
                .fill("Date de fin", "2 mars 2027")
                .fill("Heure de début", "8h30")
                .fill("Heure de fin", "1630")
                .fill("Pause non rémunérée", "30")
                .press("Aperçu")
                .reads("15,00 h")
                .findsItAccessible();
        manager.press("OK").reads("Demande envoyée").findsItAccessible();

        manager.open(request).reads("Soumise").reads("08:30 à 16:30").findsItAccessible();
        manager.follow("Modifier")
                .fill("Notes", "Sonner à la porte bleue.")
                .press("Enregistrer")
                .reads("La demande est modifiée")
                .reads("Sonner à la porte bleue.");
        manager.followInNavigation("Liste des remplacements").reads("0 sur 2").findsItAccessible();
        manager.follow("Rafraîchir").reads("Soumise");
        return request;
    }

    private void assigns(Person staff, String request, Substitute substitute) {
        staff.open("/admin" + request.replace("remplacements", "demandes")).findsItAccessible();
        staff.press("Prendre en recherche").reads("En recherche");
        staff.follow("Affecter").findsItAccessible();
        staff.fill("Nom", substitute.lastName()).press("Chercher");
        staff.tickNearby(substitute.name()).press("Confirmer l’affectation").reads("L’affectation est confirmée");
        staff.reads("Comblée").findsItAccessible();
    }

    private void seesWhoComes(Person manager, Substitute substitute) {
        manager.reads(substitute.name()).reads("2 sur 2").reads("Comblée").findsItAccessible();
    }

    private void fillsTheTimeSheet(Person staff, ClientManager known) {
        for (int line = 0; line < 2; line++) {
            staff.open("/admin/heures?client=" + known.clientId()).findsItAccessible();
            staff.followFirst("Saisir").findsItAccessible();
            staff.tick("Non").press("Remettre");
        }
    }

    private void approves(Person manager, Substitute substitute) {
        manager.followInNavigation("Approbation des heures")
                .reads(substitute.name())
                .findsItAccessible();
        manager.followFirst("Modifier").findsItAccessible();
        manager.press("Enregistrer").reads("Il y a un problème").findsItAccessible();
        manager.fill("Ajustement", "-1,00")
                .tick("Oui")
                .fill("Note justificative", "Elle est partie une heure plus tôt.")
                .press("Enregistrer")
                .reads("−1,00")
                .reads("6,50");
        manager.pressFirst("Approuver").reads("1 ligne à approuver");
        manager.pressFirst("Approuver").reads("Tout est approuvé").findsItAccessible();
        assertThat(manager.path()).startsWith("/approbation");
    }

    private static java.time.Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(QUEBEC).toInstant();
    }
}
