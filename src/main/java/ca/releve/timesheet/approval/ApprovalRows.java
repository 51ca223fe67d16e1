package ca.releve.timesheet.approval;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import ca.releve.shared.RecordRowMapper;
import ca.releve.timesheet.AdjustmentRow;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.HoursSql;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the time entries that a manager may see; every statement takes the scope of the manager (ACC-05). */
@Component
class ApprovalRows {

    private static final ListKey START = ListKey.instant("e.planned_starts_at");

    /** What waits is approved in its order, by {@code time_entry_of_client_by_status}. */
    private static final ListOrder OLDEST_FIRST = ListOrder.ascending("jour", START, ListKey.id("e.id"));

    /** What is done is looked up, by {@code time_entry_of_client_by_start}. */
    private static final ListOrder NEWEST_FIRST = ListOrder.descending("jour", START, ListKey.id("e.id"));

    /**
     * {@code array_position} instead of {@code any}, of which PostgreSQL believes that it leaves few entries: then it reads and
     * sorts all of them.
     */
    private static final String OF_SCOPE =
            "e.client_id = :client and array_position(cast(:facilities as uuid[]), e.facility_id) is not null";

    private static final String FOUND = HoursSql.COLUMNS + """
                   , e.place
              from (select e.*, {place} as place from time_entry e
                     where {conditions} order by {order} limit {limit}) e
            """ + HoursSql.JOINS + "order by {order}";

    private static final String ENTRY =
            HoursSql.COLUMNS + "from time_entry e" + HoursSql.JOINS + "where e.id = :id and " + OF_SCOPE;

    private static final String ADJUSTMENTS = """
            select a.time_entry_id as entry_id, a.minutes, a.meal, a.note, a.at, a.by_name
              from adjustment a join time_entry e on e.id = a.time_entry_id
             where a.time_entry_id = any(:ids) and
            """ + OF_SCOPE + " order by a.at, a.id";

    private static final RowMapper<HoursRow> ROW = RecordRowMapper.of(HoursRow.class);
    private static final RowMapper<AdjustmentRow> ADJUSTMENT = RecordRowMapper.of(AdjustmentRow.class);

    private final JdbcClient jdbc;
    private final ZoneId zone;

    ApprovalRows(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    KeysetPage<HoursRow> list(ApprovalFilter filter, ListPosition position, ManagerScope scope) {
        ListQuery query = new ListQuery(FOUND)
                .size(filter.size())
                .where(OF_SCOPE)
                .with("client", scope.clientId())
                .with("facilities", ids(scope.facilityIds()))
                .where(filter.shown().condition());
        query.filter("e.facility_id = :facility", "facility", filter.installation());
        if (filter.week() != null) {
            query.where(
                            "e.planned_starts_at >= :from",
                            "from",
                            moment(filter.week().start(zone)))
                    .where(
                            "e.planned_starts_at < :until",
                            "until",
                            moment(filter.week().next().start(zone)));
        }
        ListOrder order = filter.shown() == ApprovalFilter.Shown.TO_APPROVE ? OLDEST_FIRST : NEWEST_FIRST;
        return query.read(jdbc, ListView.of(ApprovalController.LIST, filter, position, order), HoursRow.class);
    }

    /** @throws NotFound if there is none within the scope */
    HoursRow find(UUID id, ManagerScope scope) {
        return jdbc.sql(ENTRY)
                .param("id", id)
                .param("client", scope.clientId())
                .param("facilities", ids(scope.facilityIds()))
                .query(ROW)
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<AdjustmentRow> adjustments(Collection<UUID> ids, ManagerScope scope) {
        return jdbc.sql(ADJUSTMENTS)
                .param("ids", ids(ids))
                .param("client", scope.clientId())
                .param("facilities", ids(scope.facilityIds()))
                .query(ADJUSTMENT)
                .list();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
