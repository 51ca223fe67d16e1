package ca.releve.timesheet.desk;

import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.HoursSql;
import ca.releve.timesheet.TimeEntryStatus;
import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of the hours of all clients, for the staff of the service. */
@Component
class AdminHoursRows {

    private static final ListKey START = ListKey.instant("e.planned_starts_at");
    private static final ListKey ID = ListKey.id("e.id");

    /** By status, what is to be handled first. */
    private static final ListOrder BY_RANK = ListOrder.grouped("rang", ListKey.number("e.group_key"), START, ID);

    /** The order of the column {@code status_rank}, from 1. */
    private static final List<TimeEntryStatus> RANKED = List.of(
            TimeEntryStatus.TO_FILL,
            TimeEntryStatus.RETURNED,
            TimeEntryStatus.SUBMITTED,
            TimeEntryStatus.APPROVED,
            TimeEntryStatus.LOCKED);

    private static final String FIRST_OF_RANK = """
            (select e.* from time_entry e
              where e.status_rank = g.key and %s {conditions} order by {order in group} limit {limit})""";

    /** By {@code time_entry_by_rank} or {@code time_entry_of_client_by_rank}. */
    private static final String OF_RANK = FIRST_OF_RANK.formatted("");

    /** By {@code time_entry_of_substitute_by_rank}. */
    private static final String OF_RANK_AND_SUBSTITUTES =
            """
            (select e.* from unnest(cast(:substitutes as uuid[])) s(id) cross join lateral %s e
              order by {order in group} limit {limit})""".formatted(FIRST_OF_RANK.formatted("e.substitute_id = s.id and"));

    private static final String FOUND = HoursSql.COLUMNS + """
                   , e.place
              from (select e.*, {place} as place
                      from (select e.*, g.key as group_key
                              from generate_series(1, 5) g(key) cross join lateral {entries} e
                             where {groups}) e
                     order by {order} limit {limit}) e
            """ + HoursSql.JOINS + "order by {order}";

    /** The most substitutes whose entries are read one substitute after the other. */
    private static final int FEW = 50;

    private static final String SUBSTITUTES = "select id from substitute where " + WordSearch.byIndex("search_text");

    private final JdbcClient jdbc;
    private final ZoneId zone;

    AdminHoursRows(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** @param client the client that the filter names; null for all */
    KeysetPage<HoursRow> list(HoursFilter filter, UUID client, ListPosition position) {
        String[] words = WordSearch.patterns(filter.remplacante());
        UUID[] substitutes = words == null ? null : substitutes(words);
        boolean few = substitutes != null && substitutes.length <= FEW;
        ListQuery query = new ListQuery(FOUND.replace("{entries}", few ? OF_RANK_AND_SUBSTITUTES : OF_RANK));
        if (few) {
            query.with("substitutes", substitutes);
        } else if (substitutes != null) {
            // « is true » keeps PostgreSQL from putting together all entries of all of them.
            query.where("(e.substitute_id = any(:substitutes)) is true", "substitutes", substitutes);
        }
        if (filter.statut() != null) {
            query.where("e.status_rank = :rank", "rank", RANKED.indexOf(filter.statut()) + 1);
        }
        query.filter("e.client_id = :client", "client", client);
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
        return query.read(jdbc, ListView.of(AdminHoursController.LIST, filter, position, BY_RANK), HoursRow.class);
    }

    /** PostgreSQL cannot tell whether a name is rare: the substitutes are found first. */
    private UUID[] substitutes(String[] words) {
        return jdbc.sql(SUBSTITUTES)
                .param("longest", WordSearch.longest(words))
                .param("words", words)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
