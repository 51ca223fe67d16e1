package ca.releve.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens by itself. */
@PortalTest
class PassingOfTimeTests {

    @Autowired
    World world;

    @Autowired
    TestClock testClock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PassingOfTime passingOfTime;

    @Autowired
    ReplacementRequestsForStaff requests;

    SomeClient client;

    @BeforeEach
    void somebodyAsksForAReplacement() {
        testClock.set(Instant.parse("2027-03-08T10:45:00Z"));
        client = world.client();
    }

    @Test
    void aConfirmedShiftThatIsOverIsWorkedOnce() {
        Substitute amelie = world.substitute();
        ReplacementRequest request = world.confirmed(
                client, amelie, world.shift(Duration.ofHours(1), 4), world.shift(Duration.ofDays(1), 4));

        testClock.advance(Duration.ofHours(2));
        untilNothingIsDue(request);
        assertThat(requests.get(request.id()).status()).isEqualTo(RequestStatus.IN_PROGRESS);

        testClock.advance(Duration.ofHours(4));
        untilNothingIsDue(request);
        passingOfTime.catchUp();

        ReplacementRequest now = requests.get(request.id());
        assertThat(now.shifts().stream().map(Shift::status)).containsExactly(ShiftStatus.WORKED, ShiftStatus.CONFIRMED);
        assertThat(now.nextShiftId()).isEqualTo(now.shifts().get(1).id());
        assertThat(jdbc.sql("select event from history_entry where request_id = ?")
                        .param(request.id())
                        .query(String.class)
                        .list())
                .containsExactly("shift.worked");
    }

    /** The list is the staff's work: what nobody was found for leaves it when it is over. */
    @Test
    void aShiftThatIsOverWithoutAnybodyIsNoLongerWork() {
        ReplacementRequest request = world.sentRequest(client, world.shift(Duration.ofHours(1), 4));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String work = "/admin/demandes?client=" + client.client().id();
        assertThat(dispatcher.get(work).html().select("tbody tr")).hasSize(1);

        testClock.advance(Duration.ofHours(6));
        untilNothingIsDue(request);

        // Her session of six hours ago has ended.
        dispatcher = world.signedIn(world.dispatcher());
        assertThat(dispatcher.get(work).html().select("tbody tr")).isEmpty();
        assertThat(dispatcher.get(work + "&statut=UNFILLED").html().select("tbody tr"))
                .hasSize(1);
    }

    /** Other tests leave requests behind that are due as well, more than one run takes. */
    private void untilNothingIsDue(ReplacementRequest request) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            passingOfTime.catchUp();
            Instant next = requests.get(request.id()).nextChangeAt();
            return next == null || next.isAfter(testClock.instant());
        });
    }
}
