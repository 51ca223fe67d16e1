package ca.releve.account;

import ca.releve.client.ManagerScope;
import ca.releve.client.ManagerScope.Place;
import ca.releve.web.settings.DatabaseUnavailable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads an account, its role, its scope and the numbers of its menu in one statement, since every request begins with it. The
 * modules that own the counted rows contribute the numbers, see {@link MenuCount}.
 */
@Component
public class CurrentAccounts {

    private static final String BY_ID = """
            with me as materialized (
            select a.id, a.first_name, a.last_name, a.full_name, a.email, coalesce(s.role, 'MANAGER') as role,
                   c.id as client_id, c.name as client_name, f.ids as facility_ids,
                   f.names as facility_names, f.actives as facility_actives
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
             where a.id = :id and a.state = 'ACTIVE' and (s.active or (m.active and c.active)) and a.sessions_ended <= :ended)
            select me.*%s from me
            """;

    private static final String IN_SESSION = " where exists (select 1 from spring_session where session_id = :session)";

    private static final Logger log = LoggerFactory.getLogger(CurrentAccounts.class);

    /** How long menus have no numbers after a count was cancelled, in nanoseconds. */
    private static final long WITHOUT_COUNTS = Duration.ofSeconds(10).toNanos();

    private final AtomicLong cancelled = new AtomicLong(System.nanoTime() - WITHOUT_COUNTS);
    private final List<MenuCount> menuCounts;
    private final String withMenu;
    private final JdbcClient jdbc;
    private final Clock clock;

    CurrentAccounts(List<MenuCount> menuCounts, JdbcClient jdbc, Clock clock) {
        this.menuCounts = menuCounts;
        this.withMenu = BY_ID.formatted(
                menuCounts.stream().map(it -> ", " + it.column()).collect(Collectors.joining()));
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return empty if the account may not sign in */
    public Optional<CurrentAccount> find(UUID accountId) {
        return find(accountId, Integer.MAX_VALUE);
    }

    /**
     * Reads the account without the numbers of its menu.
     *
     * @param sessionsEnded how often the sessions of the account had been ended when this one began
     * @return empty if the account may not sign in, or this session was ended with others
     */
    Optional<CurrentAccount> find(UUID accountId, int sessionsEnded) {
        return jdbc.sql(BY_ID.formatted(""))
                .param("id", accountId)
                .param("ended", sessionsEnded)
                .query((row, number) -> read(row, Map.of()))
                .optional();
    }

    /**
     * Reads the account of a change, whose rights are locked.
     *
     * @param sessionId the session of the user
     * @return empty if the account may not sign in, or this session was ended since the request began
     */
    Optional<CurrentAccount> findInSession(UUID accountId, int sessionsEnded, String sessionId) {
        return jdbc.sql(BY_ID.formatted("") + IN_SESSION)
                .param("id", accountId)
                .param("ended", sessionsEnded)
                .param("session", sessionId)
                .query((row, number) -> read(row, Map.of()))
                .optional();
    }

    /**
     * Reads the account of a request, which may show the menu. A menu has no numbers while a table that is counted is locked, so
     * that pages which do not need the table answer.
     */
    Optional<CurrentAccount> findWithMenu(UUID accountId, int sessionsEnded) {
        if (System.nanoTime() - cancelled.get() < WITHOUT_COUNTS) {
            return find(accountId, sessionsEnded);
        }
        try {
            return findWithCounts(accountId, sessionsEnded);
        } catch (DataAccessException failure) {
            if (!DatabaseUnavailable.isCancelledStatement(failure)) {
                throw failure;
            }
            cancelled.set(System.nanoTime());
            log.warn("The numbers of the menu took too long; menus have none for a moment");
            return find(accountId, sessionsEnded);
        }
    }

    private Optional<CurrentAccount> findWithCounts(UUID accountId, int sessionsEnded) {
        return jdbc.sql(withMenu)
                .param("id", accountId)
                .param("ended", sessionsEnded)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> read(row, counts(row)))
                .optional();
    }

    /** How often the sessions of an account were ended; read before or together with the sign-in. */
    public int sessionsEnded(UUID accountId) {
        return jdbc.sql("select sessions_ended from account where id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    private static CurrentAccount read(ResultSet row, Map<String, Integer> menuCounts) throws SQLException {
        UUID clientId = row.getObject("client_id", UUID.class);
        return new CurrentAccount(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("full_name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("client_name"),
                clientId == null ? null : new ManagerScope(clientId, places(row)),
                menuCounts);
    }

    private Map<String, Integer> counts(ResultSet row) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        for (MenuCount count : menuCounts) {
            counts.put(count.name(), row.getInt(count.name()));
        }
        return counts;
    }

    private static List<Place> places(ResultSet row) throws SQLException {
        Array ids = row.getArray("facility_ids");
        if (ids == null) {
            return List.of();
        }
        UUID[] id = (UUID[]) ids.getArray();
        String[] name = (String[]) row.getArray("facility_names").getArray();
        Boolean[] active = (Boolean[]) row.getArray("facility_actives").getArray();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < id.length; i++) {
            places.add(new Place(id[i], name[i], active[i]));
        }
        return places;
    }
}
