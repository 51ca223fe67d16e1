package ca.releve.account.events;

import ca.releve.web.LikeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the security events, newest first. There may be a million of them, so a page walks an index from where the page
 * before it ended, and each condition stands in the statement only if it is asked for: so the index that fits is used.
 */
@Component
public class SecurityEventRows {

    /** Rows on a page. */
    static final int SIZE = 25;

    private static final int ON_THE_PAGE_OF_AN_ACCOUNT = 10;

    /** More people than share a name; whoever means one of them types more of it. */
    private static final int MOST_PEOPLE = 50;

    private static final String FOUND = """
            select e.id, e.at, e.event, e.account_id, e.address, e.request_id, e.facts,
                   a.first_name || ' ' || a.last_name as account_name, a.email as account_email,
                   b.first_name || ' ' || b.last_name as by_name, s.first_name || ' ' || s.last_name as member_name
              from (select * from security_event e where true %s order by e.at desc, e.id desc limit %d) e
              left join account a on a.id = e.account_id
              left join account b on b.id = substring(e.facts from '(?:^| )by=([0-9a-f-]{36})')::uuid
              left join staff_member s on s.id = substring(e.facts from '(?:^| )member=([0-9a-f-]{36})')::uuid
             order by e.at desc, e.id desc
            """;

    private static final String PEOPLE = """
            select a.id from account a
             where fold(a.first_name || ' ' || a.last_name || ' ' || a.email) like fold(?)
                or fold(a.last_name || ', ' || a.first_name) like fold(?)
             limit ?
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    SecurityEventRows(JdbcClient jdbc, @Value("${releve.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** What lately happened at the door of one account. */
    public List<SecurityEventRow> latestOf(UUID accountId) {
        return jdbc.sql(FOUND.formatted("and e.account_id = :account", ON_THE_PAGE_OF_AN_ACCOUNT))
                .param("account", accountId)
                .query(SecurityEventRows::read)
                .list();
    }

    /** @return one row more than a page shows, if there is one */
    List<SecurityEventRow> find(SecurityEventFilter filter) {
        StringBuilder conditions = new StringBuilder();
        filter.word().ifPresent(it -> conditions.append(" and e.event = :event"));
        filter.machine().ifPresent(it -> conditions.append(" and e.address = :address"));
        filter.person().ifPresent(it -> conditions.append(" and e.account_id = any(:people)"));
        filter.from(zone).ifPresent(it -> conditions.append(" and e.at >= :from"));
        filter.until(zone).ifPresent(it -> conditions.append(" and e.at < :until"));
        filter.place().ifPresent(it -> conditions.append(" and (e.at, e.id) < (:placeAt, :placeId)"));
        JdbcClient.StatementSpec statement = jdbc.sql(FOUND.formatted(conditions, SIZE + 1));
        filter.word().ifPresent(it -> statement.param("event", it));
        filter.machine().ifPresent(it -> statement.param("address", it));
        filter.person().ifPresent(it -> statement.param("people", people(it)));
        filter.from(zone).ifPresent(it -> statement.param("from", Timestamp.from(it)));
        filter.until(zone).ifPresent(it -> statement.param("until", Timestamp.from(it)));
        filter.place()
                .ifPresent(it ->
                        statement.param("placeAt", Timestamp.from(it.at())).param("placeId", it.id()));
        return statement.query(SecurityEventRows::read).list();
    }

    private UUID[] people(String text) {
        String anywhere = LikeText.anywhere(text);
        return jdbc.sql(PEOPLE)
                .params(anywhere, anywhere, MOST_PEOPLE)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private static SecurityEventRow read(ResultSet row, int number) throws SQLException {
        return new SecurityEventRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getString("account_email"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("facts"),
                row.getString("by_name"),
                row.getString("member_name"));
    }
}
