package ca.releve.client;

import ca.releve.web.LikeText;
import ca.releve.web.Window;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages of the admin section list of clients and their managers, each list in one statement. */
@Component
class ClientRows {

    /** There are hundreds of clients, not thousands: the counts go over indexes, the text over the few that are there. */
    private static final String FOUND = """
            select c.id, c.name, c.active,
                   (select count(*) from facility f where f.client_id = c.id and f.active) as facilities,
                   (select count(*) from client_manager m where m.client_id = c.id and m.active) as managers
              from client c
             where (:active::boolean is null or c.active = :active)
               and (:text::text is null
                    or fold(c.name) like fold(:text)
                    or exists (select 1 from facility f
                                where f.client_id = c.id and fold(f.name || ' ' || f.city) like fold(:text))
                    or exists (select 1 from client_manager m
                                where m.client_id = c.id
                                  and fold(m.first_name || ' ' || m.last_name || ' ' || m.email) like fold(:text)))
             order by fold(c.name), c.id
             limit :limit offset :offset
            """;

    private static final String MANAGERS = """
            select m.id, m.first_name, m.last_name, m.email, m.phone, m.all_facilities, m.active,
                   (select string_agg(f.name, ', ' order by fold(f.name), f.id)
                      from client_manager_facility x join facility f on f.id = x.facility_id
                     where x.client_manager_id = m.id) as facilities
              from client_manager m
             where m.client_id = ?
             order by m.active desc, fold(m.last_name), fold(m.first_name), m.id
             limit 200
            """;

    private final JdbcClient jdbc;

    ClientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one row more than a page shows, if there is one */
    List<ClientRow> find(ClientFilter filter, int page) {
        return jdbc.sql(FOUND)
                .param("active", filter.active())
                .param("text", LikeText.anywhere(filter.getText()))
                .param("limit", Window.LIMIT)
                .param("offset", Window.offset(page))
                .query((row, number) -> new ClientRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("active"),
                        row.getInt("facilities"),
                        row.getInt("managers")))
                .list();
    }

    List<ManagerRow> managersOf(UUID clientId) {
        return jdbc.sql(MANAGERS)
                .param(clientId)
                .query((row, number) -> new ManagerRow(
                        row.getObject("id", UUID.class),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getBoolean("all_facilities"),
                        row.getString("facilities"),
                        row.getBoolean("active")))
                .list();
    }
}
