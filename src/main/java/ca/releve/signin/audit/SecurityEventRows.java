package ca.releve.signin.audit;

import ca.releve.shared.RecordRowMapper;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the security events, newest first, by the index that fits the filters that are set. */
@Component
public class SecurityEventRows {

    private static final ListOrder NEWEST_FIRST =
            ListOrder.descending("date", ListKey.instant("e.at"), ListKey.id("e.id"));

    private static final int ON_PAGE_OF_ACCOUNT = 10;

    /** Accounts whose events are listed for a name; more of the name narrows them. */
    private static final int MAX_PEOPLE = 50;

    private static final String FOUND = """
            select e.id, e.at, e.event, e.account_id, e.address, e.request_id, e.facts, %s
                   a.full_name as account_name, a.email as account_email,
                   b.full_name as by_name, s.first_name || ' ' || s.last_name as member_name
              from {events} e
              left join account a on a.id = e.account_id
              left join account b on b.id = substring(e.facts from '(?:^| )by=([0-9a-f-]{36})')::uuid
              left join staff_member s on s.id = substring(e.facts from '(?:^| )member=([0-9a-f-]{36})')::uuid
             order by {order}
            """;

    private static final String ALL =
            "(select * from security_event e where {conditions} order by {order} limit {limit})";

    /** The newest of each account, and of these the newest: one account may have few among very many. */
    private static final String OF_PEOPLE = """
            (select e.* from unnest(cast(:people as uuid[])) p(id) cross join lateral (
                 select * from security_event e
                  where e.account_id = p.id and {conditions} order by {order} limit {limit}) e
              order by {order} limit {limit})""";

    private static final String PEOPLE =
            "select a.id from account a where " + WordSearch.in("a.search_text") + " limit :most";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    SecurityEventRows(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The latest events of one account. */
    public List<SecurityEventRow> latestOf(UUID accountId) {
        return jdbc.sql(FOUND.formatted("")
                        .replace("{events}", ALL)
                        .replace("{conditions}", "e.account_id = :account")
                        .replace("{order}", "e.at desc, e.id desc")
                        .replace("{limit}", String.valueOf(ON_PAGE_OF_ACCOUNT)))
                .param("account", accountId)
                .query(RecordRowMapper.of(SecurityEventRow.class))
                .list();
    }

    KeysetPage<SecurityEventRow> find(SecurityEventFilter filter, ListPosition position) {
        String[] words = WordSearch.patterns(filter.personne());
        boolean ofPeople = words != null;
        ListQuery query =
                new ListQuery(FOUND.formatted("{place} as place,").replace("{events}", ofPeople ? OF_PEOPLE : ALL));
        if (filter.evenement() != null) {
            query.where("e.event = :event", "event", filter.evenement());
        }
        if (filter.adresse() != null) {
            query.where("e.address = :address", "address", filter.adresse());
        }
        if (ofPeople) {
            query.with("people", people(words));
        }
        filter.from(zone).ifPresent(it -> query.where("e.at >= :from", "from", Timestamp.from(it)));
        filter.until(zone).ifPresent(it -> query.where("e.at < :until", "until", Timestamp.from(it)));
        ListView view = ListView.of(AdminSecurityController.LIST, filter, position, NEWEST_FIRST);
        return query.read(jdbc, view, SecurityEventRow.class);
    }

    private UUID[] people(String[] words) {
        return jdbc.sql(PEOPLE)
                .param("words", words)
                .param("most", MAX_PEOPLE)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }
}
