package ca.releve.account.people;

import ca.releve.account.Account;
import ca.releve.account.Role;
import ca.releve.web.LikeText;
import ca.releve.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the staff with their accounts, in one statement. */
@Component
class StaffRows {

    /** A service has a few dozen people: the index gives the order, the text is looked for on the way. */
    private static final String FOUND = """
            select s.id, s.first_name, s.last_name, coalesce(a.email, s.email) as email, s.role, s.active,
                   a.state, a.signed_in_at
              from staff_member s
              left join account a on a.staff_member_id = s.id
             where (:active::boolean is null or s.active = :active)
               and (:role::text is null or s.role = :role)
               and (:text::text is null
                    or fold(s.first_name || ' ' || s.last_name || ' ' || s.email) like fold(:text)
                    or fold(s.last_name || ', ' || s.first_name) like fold(:text)
                    or fold(a.email) like fold(:text))
             order by fold(s.last_name), fold(s.first_name), s.id
             limit :limit offset :offset
            """;

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one row more than a page shows, if there is one */
    List<StaffRow> find(StaffFilter filter, int page) {
        return jdbc.sql(FOUND)
                .param("active", filter.active())
                .param("role", filter.wantedRole().map(Role::name).orElse(null))
                .param("text", LikeText.anywhere(filter.getText()))
                .param("limit", Window.LIMIT)
                .param("offset", Window.offset(page))
                .query(StaffRows::read)
                .list();
    }

    private static StaffRow read(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        boolean active = row.getBoolean("active");
        return new StaffRow(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                active,
                AccountStanding.of(state == null ? null : Account.State.valueOf(state), active),
                Optional.ofNullable(row.getObject("signed_in_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
