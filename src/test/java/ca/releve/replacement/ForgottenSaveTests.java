package ca.releve.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ca.releve.history.Actor;
import ca.releve.testing.PortalTest;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ForgottenSaveTests {

    @Autowired
    World world;

    @Autowired
    ReplacementRequestsForStaff requests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void aChangeWhoseEventIsNotPublishedIsNotStored() {
        ReplacementRequest request = submitted();
        Actor dispatcher = world.actor(world.dispatcher());

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> requests.getForChange(request.id()).take(dispatcher, clock)))
                .withMessageContaining("ReplacementRequest was changed and not saved");

        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.SUBMITTED);
    }

    private ReplacementRequest submitted() {
        SomeClient client = world.client();
        ReplacementRequest request = world.draft(client, client.facility());
        Instant start = clock.instant().plus(Duration.ofDays(2));
        PlannedShift shift = new PlannedShift(start, start.plus(Duration.ofHours(8)), 30, ZoneId.of("America/Toronto"));
        request.schedule(List.of(shift), world.actor(client.account()), clock);
        return world.save(request);
    }

    @Test
    void aChangeThatIsSavedIsStored() {
        ReplacementRequest request = submitted();
        Actor dispatcher = world.actor(world.dispatcher());

        transaction.executeWithoutResult(status -> {
            ReplacementRequest taken = requests.getForChange(request.id());
            taken.take(dispatcher, clock);
            requests.save(taken);
        });

        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.SEARCHING);
    }
}
