package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.RequestEvent.InfoAsked;
import ca.releve.replacement.RequestEvent.ScheduleDefined;
import ca.releve.replacement.ShiftEvent.SubstituteConfirmed;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
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

    private static PlannedShift shift(Instant start) {
        return new PlannedShift(start, start.plus(Duration.ofHours(8)), 0, ZoneId.of("America/Toronto"));
    }

    private void happens(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
