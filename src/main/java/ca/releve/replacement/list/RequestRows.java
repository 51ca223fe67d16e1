package ca.releve.replacement.list;

import ca.releve.client.ManagerScope;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lists of requests, a page with one statement: first the requests of the page by an index, then their names. */
@Component
class RequestRows {

    private static final List<RequestSort> OF_MANAGER =
            List.of(RequestSort.DATE, RequestSort.STATUS, RequestSort.FACILITY);
    private static final List<RequestSort> OF_STAFF = List.of(RequestSort.DATE, RequestSort.CLIENT, RequestSort.STATUS);

    private static final String FOUND = """
            select r.id, r.code, r.status, c.name as client, f.name as facility,
                   case when :english then j.name_en else j.name_fr end as need_job_function,
                   case when :english then g.name_en else g.name_fr end as need_age_group,
                   r.qualified as need_qualified,
                   r.filled_count as coverage_filled_count, r.shift_count as coverage_shift_count,
                   n.starts_at as next_starts_at, n.ends_at as next_ends_at,
                   n.status as next_status, u.full_name as next_substitute, u.qualified as next_qualified,
                   o.id as open_shift_id, o.starts_at as open_starts_at, o.ends_at as open_ends_at,
                   o.status = 'OPEN' as open_to_fill,
                   {place} as place, {total} as total
              from (select * from {rows} r order by {order} limit {limit}) r
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              {next}
              left join assignment a on a.shift_id = n.id and a.status <> 'CANCELLED'
              left join substitute u on u.id = a.substitute_id
              {open}
             order by {order}
            """;

    /**
     * {@code array_position} instead of {@code any}, of which PostgreSQL believes that it leaves few requests: then it reads and
     * sorts all of them.
     */
    private static final String OF_SCOPE =
            "r.client_id = :client and array_position(cast(:facilities as uuid[]), r.facility_id) is not null";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    RequestRows(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The requests that a manager sees. */
    KeysetPage<RequestRow> ofManager(ManagerScope scope, RequestFilter filter, ListPosition position) {
        RequestSelection selection = new RequestSelection(filter, scope.clientId(), false, false, zone);
        ListView view = new ListView(RequestListController.LIST, filter, position, selection.orders(OF_MANAGER));
        return selection
                .query(FOUND, view.order())
                .where(OF_SCOPE, "client", scope.clientId())
                .with("facilities", scope.facilityIds().toArray(UUID[]::new))
                .with("english", isEnglish())
                .read(jdbc, view, RequestRow.class);
    }

    /**
     * The requests of all clients: those that the staff have something to do for, unless the filter names a status.
     *
     * @param client the client that the filter names; null for all
     */
    KeysetPage<RequestRow> ofStaff(RequestFilter filter, UUID client, ListPosition position) {
        RequestSelection selection = new RequestSelection(filter, client, true, filter.isOnlyWork(), zone);
        ListView view = new ListView(AdminRequestListController.LIST, filter, position, selection.orders(OF_STAFF));
        ListQuery query = selection
                .query(FOUND, view.order())
                .filter("r.client_id = :client", "client", client)
                .with("english", isEnglish());
        if (!filter.isOnlyWork() && filter.status().isEmpty()) {
            query.where("r.list_order > 0");
        }
        return query.read(jdbc, view, RequestRow.class);
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
