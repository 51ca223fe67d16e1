package ca.releve.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ca.releve.testing.World.SomeMail;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of status by the scheduled task. */
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
    void createAClient() {
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
        assertThat(now.progress().nextShiftId()).isEqualTo(now.shifts().get(1).id());
        assertThat(jdbc.sql("select event from history_entry where request_id = ?")
                        .param(request.id())
                        .query(String.class)
                        .list())
                .containsExactly("shift.worked");
    }

    /** An unfilled shift leaves the staff's list of work when it is over. */
    @Test
    void anOpenShiftThatIsOverLeavesTheListOfWork() {
        ReplacementRequest request = world.sentRequest(client, world.shift(Duration.ofHours(1), 4));
        Visitor dispatcher = world.signedIn(world.dispatcher());
        String work = "/admin/demandes?client=" + client.client().id();
        assertThat(dispatcher.get(work).html().select("tbody tr")).hasSize(1);

        testClock.advance(Duration.ofHours(6));
        untilNothingIsDue(request);

        // The session of six hours ago has expired.
        dispatcher = world.signedIn(world.dispatcher());
        assertThat(dispatcher.get(work).html().select("tbody tr")).isEmpty();
        assertThat(dispatcher.get(work + "&statut=UNFILLED").html().select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void theManagerIsToldOnceOfAShiftThatIsOverAndForWhichNobodyWasFound() {
        ReplacementRequest request =
                world.sentRequest(client, world.shift(Duration.ofHours(1), 4), world.shift(Duration.ofDays(1), 4));

        testClock.advance(Duration.ofHours(6));
        untilNothingIsDue(request);
        passingOfTime.catchUp();

        SomeMail mail = world.mailTo(client.account().email());
        assertThat(mail.subject().replace('\u00a0', ' '))
                .isEqualTo("Non comblé : aujourd’hui, lundi 8 mars 2027, "
                        + client.facility().name());
        assertThat(mail.text())
                .contains("Personne n’a été trouvé", request.code())
                .doesNotContain("La raison");
        assertThat(jdbc.sql("select event from history_entry where request_id = ?")
                        .param(request.id())
                        .query(String.class)
                        .list())
                .containsExactly("shift.unfilled");
        assertThat(world.mailsTo(client.account().email())).hasSize(1);
    }

    /** Repeats the task: other tests leave more due requests than one run handles. */
    private void untilNothingIsDue(ReplacementRequest request) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            passingOfTime.catchUp();
            Instant next = requests.get(request.id()).progress().nextChangeAt();
            return next == null || next.isAfter(testClock.instant());
        });
    }
}
