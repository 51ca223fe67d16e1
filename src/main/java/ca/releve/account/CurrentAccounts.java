package ca.releve.account;

import ca.releve.client.ManagerScope;
import ca.releve.client.ManagerScope.Place;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who somebody is and what she may see in one statement, since every click begins with it. */
@Component
public class CurrentAccounts {

    private static final String BY_ID = """
            select a.id, a.first_name, a.last_name, a.email, coalesce(s.role, 'MANAGER') as role,
                   c.id as client_id, c.name as client_name, f.ids, f.names, f.actives
              from account a
              left join staff_member s on s.id = a.staff_member_id
              left join client_manager m on m.id = a.client_manager_id
              left join client c on c.id = m.client_id
              left join lateral (
                    select array_agg(f.id order by f.name, f.id) as ids,
                           array_agg(f.name order by f.name, f.id) as names,
                           array_agg(f.active order by f.name, f.id) as actives
                      from facility f
                     where f.client_id = m.client_id
                       and (m.all_facilities or exists (
                            select 1 from client_manager_facility x
                             where x.client_manager_id = m.id and x.facility_id = f.id))) f on true
             where a.id = ? and a.state = 'ACTIVE' and (s.active or (m.active and c.active)) and a.sessions_ended <= ?
            """;

    private final JdbcClient jdbc;

    CurrentAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty if the account no longer opens the door */
    public Optional<CurrentAccount> find(UUID accountId) {
        return find(accountId, Integer.MAX_VALUE);
    }

    /**
     * @param sessionsEnded how often its sessions had been ended when this one began
     * @return empty if the account no longer opens the door, or the session was to be ended with others
     */
    Optional<CurrentAccount> find(UUID accountId, int sessionsEnded) {
        return jdbc.sql(BY_ID)
                .params(accountId, sessionsEnded)
                .query(CurrentAccounts::read)
                .optional();
    }

    /** How often the sessions of an account were ended; to be read before, or with, what lets somebody in. */
    public int sessionsEnded(UUID accountId) {
        return jdbc.sql("select sessions_ended from account where id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    private static CurrentAccount read(ResultSet row, int number) throws SQLException {
        UUID clientId = row.getObject("client_id", UUID.class);
        return new CurrentAccount(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("client_name"),
                clientId == null ? null : new ManagerScope(clientId, places(row)));
    }

    private static List<Place> places(ResultSet row) throws SQLException {
        Array ids = row.getArray("ids");
        if (ids == null) {
            return List.of();
        }
        UUID[] id = (UUID[]) ids.getArray();
        String[] name = (String[]) row.getArray("names").getArray();
        Boolean[] active = (Boolean[]) row.getArray("actives").getArray();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < id.length; i++) {
            places.add(new Place(id[i], name[i], active[i]));
        }
        return places;
    }
}
