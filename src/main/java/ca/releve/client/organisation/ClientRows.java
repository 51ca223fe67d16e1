package ca.releve.client.organisation;

import ca.releve.client.ManagerAccounts;
import ca.releve.shared.RecordRowMapper;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of clients and the managers of a client, each with one statement. */
@Component
class ClientRows {

    private static final ListOrder BY_NAME =
            ListOrder.ascending("nom", ListKey.text("fold(c.name)"), ListKey.id("c.id"));

    /** There are hundreds of clients, not thousands: a text is searched for in all of them. */
    private static final String FOUND = """
            select c.id, c.name, c.active,
                   (select count(*) from facility f where f.client_id = c.id and f.active) as facilities,
                   (select count(*) from client_manager m where m.client_id = c.id and m.active) as managers,
                   {place} as place,
                   (select count(*) from (select 1 from client c where {filters} limit 1001) counted) as total
              from client c
             where {conditions}
             order by {order}
             limit {limit}
            """;

    private static final String WITH_TEXT = """
            (%s
             or exists (select 1 from facility f where f.client_id = c.id and %s)
             or exists (select 1 from client_manager m where m.client_id = c.id and %s))
            """.formatted(
                    WordSearch.in("c.search_text"),
                    WordSearch.in("(c.search_text || ' ' || f.search_text)"),
                    WordSearch.in("(c.search_text || ' ' || m.search_text)"));

    private static final String MANAGERS = """
            select m.id, m.first_name, m.last_name, m.email, m.phone, m.all_facilities, m.active, {account} as has_account,
                   (select string_agg(f.name, ', ' order by fold(f.name), f.id)
                      from client_manager_facility x join facility f on f.id = x.facility_id
                     where x.client_manager_id = m.id) as facilities
              from client_manager m
             where m.client_id = ?
             order by m.active desc, fold(m.last_name), fold(m.first_name), m.id
             limit 200
            """;

    private final JdbcClient jdbc;
    private final String managers;

    ClientRows(JdbcClient jdbc, ManagerAccounts accounts) {
        this.jdbc = jdbc;
        this.managers = MANAGERS.replace("{account}", accounts.areOpenFor("m.id"));
    }

    KeysetPage<ClientRow> find(ClientFilter filter, ListPosition position) {
        ListQuery query = new ListQuery(FOUND)
                .filter("c.active = :active", "active", filter.active())
                .filter(WITH_TEXT, "words", WordSearch.patterns(filter.texte()));
        return query.read(jdbc, ListView.of(AdminClientController.LIST, filter, position, BY_NAME), ClientRow.class);
    }

    List<ManagerRow> managersOf(UUID clientId) {
        return jdbc.sql(managers)
                .param(clientId)
                .query(RecordRowMapper.of(ManagerRow.class))
                .list();
    }
}
