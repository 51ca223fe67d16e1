package ca.releve.replacement.list;

import ca.releve.client.ManagerScope;
import ca.releve.replacement.RequestStatus;
import ca.releve.replacement.ShiftStatus;
import ca.releve.web.WallClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the lists of requests, each page with one statement: the requests of the page by an index, then the names that
 * belong to them. A statement is put together from the constants of this class and of {@link RequestOrder}; what people
 * typed only ever travels as a parameter (INT-12).
 */
@Component
class RequestLists {

    /** Requests on a page. */
    static final int PAGE = 25;

    /** Nobody reads a number beyond this one, and counting on would cost more than the page. */
    static final int MOST_COUNTED = 1_000;

    private static final int MOST_TODAY = 24;

    private static final String PAGE_OF_LIST = """
            select r.id, r.code, r.status, r.qualified, r.shift_count, r.filled_count, r.status_rank, r.list_order, r.total,
                   c.name as client, f.name as facility,
                   case when :english then j.name_en else j.name_fr end as job_function,
                   case when :english then g.name_en else g.name_fr end as age_group,
                   case when :english then t.name_en else t.name_fr end as task_type,
                   n.starts_at as next_start, n.ends_at as next_end,
                   u.first_name || ' ' || u.last_name as substitute, u.qualified as substitute_qualified,
                   a.status = 'TO_RECONFIRM' as to_reconfirm,
                   o.id as open_id, o.starts_at as open_start, o.ends_at as open_end, o.status = 'OPEN' as open_to_fill
              from (select r.*, (select count(*) from (select 1 from %1$s where %2$s limit %5$d) counted) as total
                      from %1$s
                     where %3$s
                     order by %4$s
                     limit %6$d) r
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              join task_type t on t.id = r.task_type_id
              left join shift n on n.id = r.next_shift_id
              left join assignment a on a.shift_id = n.id and a.status <> 'CANCELLED'
              left join substitute u on u.id = a.substitute_id
              left join shift o on o.id = r.next_open_shift_id
             order by %4$s
            """;

    private static final String OF_MANAGER = "r.client_id = :client and r.facility_id in (:facilities)";
    private static final String TO_DO = "r.next_open_start is not null";
    private static final String SENT = "r.list_order > 0";
    private static final String OF_STATUS = "r.status_rank = :status";
    private static final String OF_CLIENT = "r.client_id = :client";
    private static final String OF_FACILITY = "r.facility_id = :facility";
    private static final String IN_PERIOD =
            "r.first_start is not null and tstzrange(r.first_start, r.last_end) && tstzrange(:from, :until)";
    private static final String WITH_TEXT = "r.search_text like :text";

    /**
     * The same without the index on words: of one client or of the work there are few requests, and reading those costs less
     * than putting together all that hold a common word (3 instead of 40 ms over 300,000 requests).
     */
    private static final String FEW_WITH_TEXT = "r.search_text || '' like :text";

    private static final String TODAY = """
            select s.request_id, s.starts_at, s.ends_at, s.status, f.name as facility,
                   case when :english then g.name_en else g.name_fr end as age_group,
                   case when :english then j.name_en else j.name_fr end as job_function,
                   u.first_name || ' ' || u.last_name as substitute, u.qualified as substitute_qualified
              from shift s
              join replacement_request r on r.id = s.request_id and r.facility_id in (:facilities)
              join facility f on f.id = r.facility_id
              join age_group g on g.id = r.age_group_id
              join job_function j on j.id = r.job_function_id
              left join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
              left join substitute u on u.id = a.substitute_id
             where s.client_id = :client and s.starts_at >= :from and s.starts_at < :until and s.status <> 'CANCELLED'
             order by s.starts_at, f.name, s.id
             limit 24
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    RequestLists(JdbcClient jdbc, @Value("${releve.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** What a manager sees of her client's requests. */
    Slice ofManager(ManagerScope scope, RequestFilter filter, Turn turn, Locale locale) {
        Question question = new Question(locale);
        question.add(OF_MANAGER, "client", scope.clientId());
        question.with("facilities", scope.facilityIds());
        withText(question, filter, FEW_WITH_TEXT);
        filter.status().ifPresent(it -> question.add(OF_STATUS, "status", rank(it)));
        return read(question, filter, turn);
    }

    /** What the service sees of all clients' requests: its work, unless a status is asked for. */
    Slice ofStaff(RequestFilter filter, Turn turn, Locale locale) {
        Question question = new Question(locale);
        filter.status()
                .ifPresentOrElse(
                        it -> question.add(OF_STATUS, "status", rank(it)),
                        () -> question.add(filter.onlyWork() ? TO_DO : SENT));
        if (filter.getClient() != null) {
            question.add(OF_CLIENT, "client", filter.getClient());
        }
        withText(question, filter, filter.onlyWork() || filter.getClient() != null ? FEW_WITH_TEXT : WITH_TEXT);
        return read(question, filter, turn);
    }

    /** Who comes today, or is still looked for, in the order of the day; two dozen at most. */
    List<TodayRow> today(ManagerScope scope, LocalDate today, Locale locale) {
        return jdbc.sql(TODAY)
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .param("from", moment(WallClock.startOf(today, zone)))
                .param("until", moment(WallClock.startOf(today.plusDays(1), zone)))
                .param("english", english(locale))
                .query(RequestLists::todayRow)
                .list();
    }

    private Slice read(Question question, RequestFilter filter, Turn turn) {
        if (filter.getInstallation() != null) {
            question.add(OF_FACILITY, "facility", filter.getInstallation());
        }
        if (filter.getDu() != null || filter.getAu() != null) {
            question.add(IN_PERIOD, "from", filter.getDu() == null ? null : moment(start(filter.getDu())));
            question.with(
                    "until",
                    filter.getAu() == null ? null : moment(start(filter.getAu().plusDays(1))));
        }
        List<Counted> found = jdbc.sql(question.sql(turn))
                .params(question.parameters(turn))
                .query(RequestLists::row)
                .list();
        return Slice.of(found, turn);
    }

    private static void withText(Question question, RequestFilter filter, String condition) {
        if (!filter.searched().isEmpty()) {
            question.add(condition, "text", "%" + filter.searched() + "%");
        }
    }

    private Instant start(LocalDate day) {
        return WallClock.startOf(day, zone);
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }

    /** The same order as in the column {@code status_rank}. */
    private static int rank(RequestStatus status) {
        return switch (status) {
            case DRAFT -> 1;
            case SUBMITTED -> 2;
            case NEEDS_INFO -> 3;
            case SEARCHING -> 4;
            case PARTIALLY_FILLED -> 5;
            case FILLED -> 6;
            case IN_PROGRESS -> 7;
            case COMPLETED -> 8;
            case UNFILLED -> 9;
            case DECLINED -> 10;
            case CANCELLED -> 11;
        };
    }

    private static Counted row(ResultSet row, int number) throws SQLException {
        return new Counted(
                new RequestRow(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        RequestStatus.valueOf(row.getString("status")),
                        row.getBoolean("qualified"),
                        row.getString("client"),
                        row.getString("facility"),
                        row.getString("job_function"),
                        row.getString("age_group"),
                        row.getString("task_type"),
                        instant(row, "next_start"),
                        instant(row, "next_end"),
                        row.getString("substitute"),
                        row.getBoolean("substitute_qualified"),
                        row.getBoolean("to_reconfirm"),
                        row.getObject("open_id", UUID.class),
                        instant(row, "open_start"),
                        instant(row, "open_end"),
                        row.getBoolean("open_to_fill"),
                        row.getInt("shift_count"),
                        row.getInt("filled_count"),
                        row.getInt("status_rank"),
                        row.getLong("list_order")),
                row.getInt("total"));
    }

    private static TodayRow todayRow(ResultSet row, int number) throws SQLException {
        return new TodayRow(
                row.getObject("request_id", UUID.class),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                ShiftStatus.valueOf(row.getString("status")),
                row.getString("facility"),
                row.getString("job_function"),
                row.getString("age_group"),
                row.getString("substitute"),
                row.getBoolean("substitute_qualified"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Whether {@link #today} may have left somebody out. */
    static boolean isFull(List<TodayRow> today) {
        return today.size() == MOST_TODAY;
    }

    /**
     * Which page, and in which order.
     *
     * @param place the row that the page begins after, or ends before; null for the first page
     * @param back whether the page ends before that row
     */
    record Turn(RequestOrder order, boolean descending, ListPlace place, boolean back) {

        /** A page before another one is read from there upwards. */
        boolean downwards() {
            return descending != back;
        }
    }

    /**
     * A page.
     *
     * @param total how many there are on all pages; {@link #MOST_COUNTED} + 1 for more than are counted
     */
    record Slice(List<RequestRow> rows, int total, boolean hasPrevious, boolean hasNext) {

        /** Whether there is nothing here any more, or too little going back: then the first page serves better. */
        boolean isShort(Turn turn) {
            return rows.isEmpty() || turn.back() && rows.size() < PAGE;
        }

        static Slice of(List<Counted> found, Turn turn) {
            boolean more = found.size() > PAGE;
            List<RequestRow> rows =
                    new ArrayList<>(found.stream().limit(PAGE).map(Counted::row).toList());
            if (turn.back()) {
                Collections.reverse(rows);
            }
            return new Slice(
                    rows,
                    found.isEmpty() ? 0 : found.get(0).total(),
                    turn.back() ? more : turn.place() != null,
                    turn.back() || more);
        }
    }

    private record Counted(RequestRow row, int total) {}

    /** Conditions, all of them constants of the class, and their parameters. */
    private static final class Question {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Question(Locale locale) {
            parameters.put("english", english(locale));
        }

        void add(String condition) {
            conditions.add(condition);
        }

        void add(String condition, String parameter, Object value) {
            add(condition);
            with(parameter, value);
        }

        void with(String parameter, Object value) {
            parameters.put(parameter, value);
        }

        String sql(Turn turn) {
            String all = String.join(" and ", conditions);
            String edge = turn.downwards() ? turn.order().before : turn.order().after;
            return PAGE_OF_LIST.formatted(
                    turn.order().source,
                    all,
                    turn.place() == null ? all : all + " and " + edge,
                    turn.downwards() ? turn.order().descending : turn.order().ascending,
                    MOST_COUNTED + 1,
                    PAGE + 1);
        }

        Map<String, Object> parameters(Turn turn) {
            Map<String, Object> all = new HashMap<>(parameters);
            ListPlace place = turn.place();
            if (place != null) {
                all.put("id", place.id());
                switch (turn.order()) {
                    case DATE -> all.put("position", place.number());
                    case URGENCY -> all.put("moment", moment(place.moment()));
                    case STATUS -> {
                        all.put("rank", place.rank());
                        all.put("position", place.number());
                    }
                    case FACILITY, CLIENT -> {
                        all.put("name", place.name());
                        all.put("position", place.number());
                    }
                }
            }
            return all;
        }
    }
}
