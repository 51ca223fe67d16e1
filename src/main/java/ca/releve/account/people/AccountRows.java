package ca.releve.account.people;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.limit.SignInGuard;
import ca.releve.web.LikeText;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages of the accounts tell, each in one statement. */
@Component
class AccountRows {

    /** Whether passwords are looked at from unknown browsers, as {@link SignInGuard} says it of one account. */
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

    private static final String COLUMNS = """
            select a.id, a.first_name, a.last_name, a.email, a.state, a.signed_in_at,
                   coalesce(s.role, 'MANAGER') as role, c.name as client_name,
                   coalesce(s.active, m.active and c.active) as welcome,
                   (select count(*) from spring_session x
                     where x.principal_name = a.id::text and %s) as sessions,
                   (select count(*) from passkey p where p.account_id = a.id) as passkeys,
                   b.delayed_until, coalesce(b.locked, false) as locked
            """.formatted(SessionsOfAccount.OPEN);

    /** There are a few thousand accounts at most: the index gives the order, the text is looked for on the way. */
    private static final String FOUND = COLUMNS + FROM + """
             where (:staff::boolean is null or (a.staff_member_id is not null) = :staff)
               and (:state::text is null or a.state = :state)
               and (:welcome::boolean is null or coalesce(s.active, m.active and c.active) = :welcome)
               and (:text::text is null
                    or fold(a.first_name || ' ' || a.last_name || ' ' || a.email) like fold(:text)
                    or fold(a.last_name || ', ' || a.first_name) like fold(:text)
                    or fold(c.name) like fold(:text))
             order by fold(a.last_name), fold(a.first_name), a.id
             limit :limit offset :offset
            """;

    private static final String SHEET = COLUMNS + """
                   , a.version, a.language, a.created_at, a.confirmed_at, c.id as client_id,
                   coalesce(s.id, m.id) as person_id,
                   coalesce(s.first_name || ' ' || s.last_name, m.first_name || ' ' || m.last_name) as person_name
            """ + FROM + " where a.id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return one row more than a page shows, if there is one */
    List<AccountRow> find(AccountFilter filter, int page) {
        Optional<AccountStanding> standing = filter.standing();
        return asked(FOUND)
                .param("staff", filter.ofStaff())
                .param(
                        "state",
                        standing.map(AccountStanding::state).map(Enum::name).orElse(null))
                .param("welcome", standing.map(AccountStanding::welcome).orElse(null))
                .param("text", LikeText.anywhere(filter.getText()))
                .param("limit", Window.LIMIT)
                .param("offset", Window.offset(page))
                .query(AccountRows::row)
                .list();
    }

    Optional<AccountSheet> sheet(UUID id) {
        return asked(SHEET).param("id", id).query(AccountRows::sheet).optional();
    }

    private JdbcClient.StatementSpec asked(String statement) {
        Instant now = clock.instant();
        return jdbc.sql(statement)
                .params(SessionsOfAccount.openAt(now))
                .param("at", Timestamp.from(now))
                .param("most", SecurityNumbers.SIGN_IN_MOST_FAILURES);
    }

    private static AccountRow row(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("client_name"),
                standing(row),
                instant(row, "signed_in_at"),
                row.getInt("sessions"),
                row.getInt("passkeys"),
                instant(row, "delayed_until"),
                row.getBoolean("locked"));
    }

    private static AccountSheet sheet(ResultSet row, int number) throws SQLException {
        return new AccountSheet(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("person_name"),
                Role.valueOf(row.getString("role")),
                row.getObject("client_id", UUID.class),
                row.getString("client_name"),
                row.getObject("person_id", UUID.class),
                standing(row),
                row.getString("language"),
                instant(row, "created_at"),
                instant(row, "confirmed_at"),
                instant(row, "signed_in_at"),
                row.getInt("sessions"),
                row.getInt("passkeys"),
                instant(row, "delayed_until"),
                row.getBoolean("locked"));
    }

    private static AccountStanding standing(ResultSet row) throws SQLException {
        return AccountStanding.of(Account.State.valueOf(row.getString("state")), row.getBoolean("welcome"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
