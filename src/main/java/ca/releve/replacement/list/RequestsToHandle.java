package ca.releve.replacement.list;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * How much waits for the service, for its menu and the head of its list: requests and, of other rooms, access requests and
 * mails that could not be delivered, counted once a page in one statement, since every page of the staff shows them.
 */
@Component
@RequestScope
class RequestsToHandle {

    private static final Logger log = LoggerFactory.getLogger(RequestsToHandle.class);
    private static final Duration SOON = Duration.ofHours(24);

    private static final String COUNT = """
            select count(*) as total, count(*) filter (where next_open_start < :soon) as urgent,
                   (select count(*) from (select 1 from access_request where status = 'NEW' limit 100) asking) as asking,
                   (select count(*) from (select 1 from outgoing_mail where status = 'FAILED' limit 100) failed) as failed
              from (select next_open_start from replacement_request
                     where next_open_start is not null order by next_open_start limit 1000) waiting
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private Count count;

    RequestsToHandle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many requests have a shift to be filled or confirmed again; a thousand stands for any more. */
    public int total() {
        return count().total();
    }

    /** Those of them that begin within 24 hours, or have begun. */
    public int urgent() {
        return count().urgent();
    }

    /** How many people ask for access; a hundred stands for any more. */
    public int asking() {
        return count().asking();
    }

    /** How many mails could not be delivered; a hundred stands for any more. */
    public int failedMails() {
        return count().failed();
    }

    private Count count() {
        if (count == null) {
            count = read();
        }
        return count;
    }

    /** A number in the menu is not worth a page: without the database there is none, and the page says what is wrong. */
    private Count read() {
        try {
            return jdbc.sql(COUNT)
                    .param("soon", Timestamp.from(clock.instant().plus(SOON)))
                    .query((row, number) -> new Count(
                            row.getInt("total"), row.getInt("urgent"), row.getInt("asking"), row.getInt("failed")))
                    .single();
        } catch (DataAccessException failure) {
            log.warn("The requests that wait could not be counted", failure);
            return new Count(0, 0, 0, 0);
        }
    }

    private record Count(int total, int urgent, int asking, int failed) {}
}
