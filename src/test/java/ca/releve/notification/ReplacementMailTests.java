package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.replacement.ReplacementEvent.InfoAsked;
import ca.releve.replacement.ReplacementEvent.ScheduleDefined;
import ca.releve.replacement.ReplacementEvent.SubstituteConfirmed;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
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

    private SomeClient client;
    private ReplacementRequest request;

    @BeforeEach
    void aRequestThatWasSent() {
        client = world.client();
        request = world.sentRequest(client, world.shift(Duration.ofDays(2), 8));
    }

    @Test
    void theManagerWhoAskedIsToldWhoComes() {
        Substitute substitute = world.substitute();

        happens(new SubstituteConfirmed(
                request.clientId(),
                request.id(),
                world.actor(world.dispatcher()),
                substitute.id(),
                substitute.name(),
                1,
                MONDAY,
                MONDAY.plusSeconds(28_800)));

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(mail.subject()).isEqualTo("Une remplaçante est confirmée");
        assertThat(mail.text().replace('\u00a0', ' '))
                .contains(substitute.name(), request.code(), "le lundi 1er mars 2027, à 8 h 30");
        assertThat(mail.path()).isEqualTo("/remplacements/" + request.id());
    }

    @Test
    void aQuestionReachesOnlyTheClientWhoseRequestItIs() {
        SomeClient other = world.client();

        happens(new InfoAsked(
                request.clientId(), request.id(), world.actor(world.dispatcher()), "Faut-il ouvrir l’installation?"));

        assertThat(world.mailTo(client.account().email()).text()).contains("Faut-il ouvrir l’installation?");
        assertThat(world.mailsTo(other.account().email())).isEmpty();
    }

    @Test
    void theServiceIsToldOfANewRequest() {
        happens(new ScheduleDefined(
                request.clientId(),
                request.id(),
                world.actor(client.account()),
                2,
                960,
                MONDAY,
                MONDAY.plusSeconds(100_000),
                true));

        assertThat(world.mailTo("service@example.test").text()).contains(request.code());
    }

    private void happens(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
