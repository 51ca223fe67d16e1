package ca.releve.staff;

import ca.releve.account.SessionsOfAccount;
import ca.releve.shared.RecordRowMapper;
import ca.releve.signin.throttle.SignInGuard;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import ca.releve.web.settings.SecurityNumbers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of accounts and the page of one, each with one statement. */
@Component
class AccountRows {

    private static final ListOrder BY_NAME = ListOrder.ascending(
            "nom", ListKey.text("fold(a.last_name)"), ListKey.text("fold(a.first_name)"), ListKey.id("a.id"));

    /** With the refusals of passwords from unknown browsers, as {@link SignInGuard} computes them for one account. */
    private static final String FROM = """
              from account a
              left join staff_member s on s.id = a.staff_member_id
              left join client_manager m on m.id = a.client_manager_id
              left join client c on c.id = m.client_id
              left join lateral (
                    select max(b.closed_until) filter (where b.closed_until > :at) as delayed_until,
                           bool_or(b.consecutive >= :most) as locked
                      from sign_in_budget b where b.account_id = a.id and not b.of_device) b on true
            """;

    private static final String WAYS_IN = """
            (select count(*) from spring_session x where x.principal_name = a.id::text and %s) as ways_in_sessions,
            (select count(*) from passkey p where p.account_id = a.id) as ways_in_passkeys,
            b.delayed_until as ways_in_delayed_until, coalesce(b.locked, false) as ways_in_locked
            """.formatted(SessionsOfAccount.OPEN);

    private static final String STANDING = AccountStanding.SQL.formatted("coalesce(s.active, m.active and c.active)");

    /** There are a few thousand accounts at most: a text is searched for in the order of the index. */
    private static final String FOUND = """
            select a.id, a.first_name, a.last_name, a.email, a.signed_in_at, %1$s as standing,
                   coalesce(s.role, 'MANAGER') as role, c.name as client_name, {place} as place,
                   (select count(*) from (
                        select 1 from account a
                          left join staff_member s on s.id = a.staff_member_id
                          left join client_manager m on m.id = a.client_manager_id
                          left join client c on c.id = m.client_id
                         where {filters} limit 1001) counted) as total,
                   %2$s
            """.formatted(STANDING, WAYS_IN) + FROM + """
             where {conditions}
             order by {order}
             limit {limit}
            """;

    private static final String WITH_TEXT = WordSearch.in("(a.search_text || ' ' || coalesce(c.search_text, ''))");

    private static final String PAGE = """
            select a.id, a.version, a.first_name, a.last_name, a.email, a.language, %1$s as standing,
                   coalesce(s.id, m.id) as person_id,
                   coalesce(s.first_name || ' ' || s.last_name, m.first_name || ' ' || m.last_name) as person_name,
                   coalesce(s.role, 'MANAGER') as person_role, c.id as person_client_id, c.name as person_client_name,
                   a.created_at as dates_created_at, a.confirmed_at as dates_confirmed_at,
                   a.signed_in_at as dates_signed_in_at,
                   %2$s
            """.formatted(STANDING, WAYS_IN) + FROM + " where a.id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    KeysetPage<AccountRow> find(AccountFilter filter, ListPosition position) {
        ListQuery query = new ListQuery(FOUND)
                .filter("(a.staff_member_id is not null) = :staff", "staff", filter.ofStaff())
                .filter(STANDING + " = :standing", "standing", filter.etat())
                .filter(WITH_TEXT, "words", WordSearch.patterns(filter.texte()));
        parameters().forEach(query::with);
        return query.read(jdbc, ListView.of(AdminAccountController.LIST, filter, position, BY_NAME), AccountRow.class);
    }

    Optional<AccountPage> page(UUID id) {
        return jdbc.sql(PAGE)
                .params(parameters())
                .param("id", id)
                .query(RecordRowMapper.of(AccountPage.class))
                .optional();
    }

    private Map<String, Object> parameters() {
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>(SessionsOfAccount.openAt(now));
        parameters.put("at", Timestamp.from(now));
        parameters.put("most", SecurityNumbers.SIGN_IN_MOST_FAILURES);
        return parameters;
    }
}
