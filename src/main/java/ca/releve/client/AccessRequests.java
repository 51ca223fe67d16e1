package ca.releve.client;

import java.time.Clock;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes note of people who wanted an account and whom the service does not know. */
@Component
public class AccessRequests {

    private static final String OPEN =
            "select count(*) from (select 1 from access_request where status = 'NEW' limit 100) waiting";

    private final AccessRequestStore requests;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessRequests(AccessRequestStore requests, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a try; several tries of one address before anybody looked are one request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(EmailAddress email, String firstName, String lastName) {
        requests.findOpen(email.canonical())
                .ifPresentOrElse(
                        open -> open.triedAgain(firstName, lastName, clock),
                        () -> requests.save(new AccessRequest(email, firstName, lastName, clock)));
    }

    /**
     * How many wait for an answer, counted up to 100; every page of the staff shows it. Also the page that says that the
     * database is away: then nothing waits.
     */
    public int open() {
        try {
            return jdbc.sql(OPEN).query(Integer.class).single();
        } catch (DataAccessException databaseAway) {
            return 0;
        }
    }
}
