package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.history.Fact;
import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.RequestEvent.InfoAsked;
import ca.releve.replacement.RequestEvent.RequestEdited;
import ca.releve.replacement.RequestEvent.ScheduleDefined;
import ca.releve.replacement.ShiftChanged;
import ca.releve.replacement.ShiftEvent.ShiftCancelled;
import ca.releve.replacement.ShiftEvent.SubstituteConfirmed;
import ca.releve.replacement.ShiftSettled;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ReplacementMailTests {

    private static final Instant MONDAY = Instant.parse("2027-03-01T13:30:00Z");

    @Autowired
    World world;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private SomeClient client;
    private ReplacementRequest request;

    @BeforeEach
    void createASubmittedRequest() {
        client = world.client();
        request = world.sentRequest(client, world.shift(Duration.ofDays(2), 8));
    }

    @Test
    void theManagerWhoMadeTheRequestIsMailedTheNameOfTheSubstitute() {
        Substitute substitute = world.substitute();
        ReplacementRequest confirmed = world.confirmed(client, substitute, shift(MONDAY));
        UUID assignment = jdbc.sql("select id from assignment where substitute_id = ?")
                .param(substitute.id())
                .query(UUID.class)
                .single();

        happens(new SubstituteConfirmed(
                confirmed.clientId(),
                confirmed.id(),
                world.actor(world.dispatcher()),
                substitute.id(),
                substitute.name(),
                true,
                List.of(new Booking(assignment, UUID.randomUUID(), substitute.id(), shift(MONDAY), shift(MONDAY)))));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(mail.subject().replace('\u00a0', ' '))
                .isEqualTo("Remplaçante confirmée : lundi 1er mars 2027, "
                        + client.facility().name());
        assertThat(mail.text().replace('\u00a0', ' '))
                .contains(
                        substitute.name(),
                        confirmed.code(),
                        "lundi 1er mars 2027, de 8 h 30 à 16 h 30",
                        "Personne qualifiée.");
        assertThat(mail.path()).isEqualTo("/remplacements/" + confirmed.id());
    }

    @Test
    void aQuestionIsMailedOnlyToTheClientOfTheRequest() {
        SomeClient other = world.client();

        happens(new InfoAsked(
                request.clientId(), request.id(), world.actor(world.dispatcher()), "Faut-il ouvrir l’installation?"));

        assertThat(world.mailTo(client.account().email()).text()).contains("Faut-il ouvrir l’installation?");
        assertThat(world.mailsTo(other.account().email())).isEmpty();
    }

    @Test
    void theServiceIsMailedANewRequest() {
        happens(new ScheduleDefined(
                request.clientId(),
                request.id(),
                world.actor(client.account()),
                List.of(shift(MONDAY), shift(MONDAY.plusSeconds(86_400))),
                true));

        assertThat(world.mailTo("service@example.test").text()).contains(request.code());
    }

    @Test
    void theManagerHasItInWritingThatTheRequestWasReceived() {
        happens(new ScheduleDefined(
                request.clientId(), request.id(), world.actor(client.account()), List.of(shift(MONDAY)), true));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .isEqualTo("Demande reçue : lundi 1er mars 2027, "
                        + client.facility().name());
        assertThat(words(mail.text()))
                .contains(request.code(), "lundi 1er mars 2027, de 8 h 30 à 16 h 30", "Une personne qualifiée");
        assertThat(mail.path()).isEqualTo("/remplacements/" + request.id());
    }

    @Test
    void aShiftThatTheServiceGivesUpIsToldToTheManagerWithTheReason() {
        happens(settled(ShiftSettled.Outcome.GIVEN_UP, "", "Personne n’est libre."));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .isEqualTo(
                        "Non comblé : lundi 1er mars 2027, " + client.facility().name());
        assertThat(words(mail.text())).contains("Personne n’a été trouvé", "La raison : Personne n’est libre.");
    }

    @Test
    void aReleaseAfterTheEndOfTheShiftDoesNotSayThatSomebodyIsLookedFor() {
        clock.set(MONDAY.plus(Duration.ofHours(9)));
        happens(settled(ShiftSettled.Outcome.RELEASED, "Amélie Gagnon", "Elle n’est pas venue."));
        clock.advance(Duration.ofMinutes(4));

        assertThat(words(world.mailTo(client.account().email()).text()))
                .contains("Amélie Gagnon n’est plus inscrite pour ce quart", "qui est terminé", "noté non comblé")
                .doesNotContain("cherche", "ne vient plus");
    }

    @Test
    void aReleaseBeforeTheEndSaysThatSomebodyIsLookedFor() {
        clock.set(MONDAY.minus(Duration.ofHours(1)));
        happens(settled(ShiftSettled.Outcome.RELEASED, "Amélie Gagnon", "Elle est malade."));
        clock.advance(Duration.ofMinutes(4));

        assertThat(words(world.mailTo(client.account().email()).text()))
                .contains("Amélie Gagnon ne vient plus", "Le service cherche une autre personne.");
    }

    @Test
    void aSubstituteWhoConfirmsAChangedShiftIsToldToTheManager() {
        happens(settled(ShiftSettled.Outcome.RECONFIRMED, "Amélie Gagnon", null));

        assertThat(words(world.mailTo(client.account().email()).text()))
                .contains("Amélie Gagnon a confirmé de nouveau", "lundi 1er mars 2027, de 8 h 30 à 16 h 30");
    }

    @Test
    void aShiftThatTheServiceChangesIsToldToTheManagerBeforeAndAfter() {
        happens(new ShiftChanged(
                request.clientId(),
                request.id(),
                world.actor(world.dispatcher()),
                UUID.randomUUID(),
                shift(MONDAY),
                shift(MONDAY.plusSeconds(3600)),
                ShiftChanged.Effect.TO_RECONFIRM,
                List.of()));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .isEqualTo("Heures changées : lundi 1er mars 2027, "
                        + client.facility().name());
        assertThat(words(mail.text()))
                .contains(
                        "Avant : lundi 1er mars 2027, de 8 h 30 à 16 h 30",
                        "Maintenant : lundi 1er mars 2027, de 9 h 30 à 17 h 30",
                        "La remplaçante doit confirmer de nouveau.");
    }

    @Test
    void aNeedThatTheServiceChangesIsToldToTheManagerFieldByField() {
        happens(new RequestEdited(
                request.clientId(),
                request.id(),
                world.actor(world.dispatcher()),
                List.of(Fact.message("field.facilityId"), Fact.text("Du Parc"), Fact.text("Du Fleuve")),
                List.of()));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .startsWith("Demande changée : ")
                .endsWith(client.facility().name());
        assertThat(words(mail.text())).contains("Installation : « Du Parc » devient « Du Fleuve »");
    }

    @Test
    void aShiftThatTheServiceCancelsIsToldToTheManager() {
        happens(new ShiftCancelled(
                request.clientId(),
                request.id(),
                world.actor(world.dispatcher()),
                UUID.randomUUID(),
                shift(MONDAY),
                "Votre appel de ce matin.",
                List.of()));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(words(mail.subject()))
                .isEqualTo("Annulé : lundi 1er mars 2027, " + client.facility().name());
        assertThat(mail.text()).contains("Votre appel de ce matin.");
    }

    private ShiftSettled settled(ShiftSettled.Outcome outcome, String name, String reason) {
        return new ShiftSettled(
                request.clientId(),
                request.id(),
                world.actor(world.dispatcher()),
                UUID.randomUUID(),
                shift(MONDAY),
                outcome,
                name,
                reason,
                List.of());
    }

    private static String words(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static PlannedShift shift(Instant start) {
        return new PlannedShift(start, start.plus(Duration.ofHours(8)), 0, ZoneId.of("America/Toronto"));
    }

    private void happens(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
