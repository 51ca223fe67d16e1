package ca.releve.client.access;

import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of open access requests, the newest first. */
@Component
class AccessRequestRows {

    private static final ListOrder BY_AGE =
            ListOrder.descending("date", ListKey.instant("last_requested_at"), ListKey.id("id"));

    private static final String OPEN = """
            select id, first_name, last_name, email, email_canonical, last_requested_at, attempts, {place} as place
              from access_request
             where status = 'NEW' and {conditions}
             order by {order}
             limit {limit}
            """;

    private final JdbcClient jdbc;

    AccessRequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<AccessRequestRow> find(ListPosition position) {
        ListView view = ListView.of(AdminAccessRequestController.LIST, position, BY_AGE);
        return new ListQuery(OPEN).read(jdbc, view, AccessRequestRow.class);
    }
}
