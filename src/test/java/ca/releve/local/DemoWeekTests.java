package ca.releve.local;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.substitute.Substitute;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestClock;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class DemoWeekTests {

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    EntityManager entities;

    @Autowired
    DemoRequestsForStaff requests;

    @Autowired
    DemoTimeEntriesForStaff entries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-08T00:10", "2027-03-08T05:00", "2027-03-10T13:00", "2027-03-14T23:50"})
    void theDemonstrationHasHoursToDeclareAndToApproveAtAnyTime(LocalDateTime now) {
        DemoClock then = new DemoClock(Clock.fixed(now.atZone(ZONE).toInstant(), ZONE));
        clock.set(then.instant());
        SomeClient client = world.client();
        Account dispatcher = world.dispatcher();
        List<Substitute> substitutes =
                Stream.generate(world::substitute).limit(4).toList();
        DemoRequests demoRequests = new DemoRequests(requests, new DemoCatalog(entities), then, ZONE);
        DemoWeek week = new DemoWeek(demoRequests, new DemoTimesheets(entries, then));

        transaction.executeWithoutResult(status -> {
            week.fill(List.of(client.facility()), client.account(), dispatcher, substitutes);

            assertThat(jdbc.sql("select distinct status from time_entry where client_id = ?")
                            .param(client.client().id())
                            .query(String.class)
                            .list())
                    .contains("TO_FILL", "SUBMITTED", "APPROVED");
            assertThat(jdbc.sql("""
                            select kind from notice
                             where client_id = ? and channel = 'CALL' and called_at is null and replaced_at is null
                            """)
                            .param(client.client().id())
                            .query(String.class)
                            .list())
                    .as("a call to make")
                    .contains("CANCELLED");
            status.setRollbackOnly();
        });
    }
}
