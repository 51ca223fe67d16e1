package ca.releve.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The time of the last request of a session is written once a minute at most. */
@PortalTest
class LastAccessTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPageThatFollowsWithinAMinuteWritesNothing() {
        Account account = world.client().account();
        Visitor manager = world.signedIn(account);
        manager.get("/remplacements");
        String row = row(account);

        manager.get("/remplacements");

        assertThat(row(account)).as("id of the transaction that wrote the row").isEqualTo(row);
    }

    @Test
    void aPageAfterAMinuteWritesTheTime() {
        Account account = world.client().account();
        Visitor manager = world.signedIn(account);
        manager.get("/remplacements");
        jdbc.sql("update spring_session set last_access_time = last_access_time - ? where principal_name = ?")
                .params(Duration.ofMinutes(1).toMillis(), account.id().toString())
                .update();
        String row = row(account);

        manager.get("/remplacements");

        assertThat(row(account)).isNotEqualTo(row);
    }

    private String row(Account account) {
        return jdbc.sql("select xmin || ' ' || last_access_time from spring_session where principal_name = ?")
                .param(account.id().toString())
                .query(String.class)
                .single();
    }
}
