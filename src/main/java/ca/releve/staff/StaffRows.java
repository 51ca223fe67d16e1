package ca.releve.staff;

import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of the staff with their accounts, with one statement. */
@Component
class StaffRows {

    private static final ListOrder BY_NAME = ListOrder.ascending(
            "nom", ListKey.text("fold(s.last_name)"), ListKey.text("fold(s.first_name)"), ListKey.id("s.id"));

    /** A service has a few dozen people: a text is searched for in all of them. */
    private static final String FOUND = """
            select s.id, s.first_name, s.last_name, coalesce(a.email, s.email) as email, s.role, s.active,
                   %s as standing, a.signed_in_at, {place} as place,
                   (select count(*) from (
                        select 1 from staff_member s left join account a on a.staff_member_id = s.id
                         where {filters} limit 1001) counted) as total
              from staff_member s
              left join account a on a.staff_member_id = s.id
             where {conditions}
             order by {order}
             limit {limit}
            """.formatted(AccountStanding.SQL.formatted("s.active"));

    private static final String WITH_TEXT = WordSearch.in("(s.search_text || ' ' || coalesce(a.search_text, ''))");

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<StaffRow> find(StaffFilter filter, ListPosition position) {
        ListQuery query = new ListQuery(FOUND)
                .filter("s.active = :active", "active", filter.active())
                .filter("s.role = :role", "role", filter.role())
                .filter(WITH_TEXT, "words", WordSearch.patterns(filter.texte()));
        return query.read(jdbc, ListView.of(AdminStaffController.LIST, filter, position, BY_NAME), StaffRow.class);
    }
}
