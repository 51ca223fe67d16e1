package ca.releve.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads and writes all tables of the tested portal as their owner, without its rules. */
public final class Tables {

    /** Tables that are written while a user only reads: sessions, security events, counters, background tasks. */
    private static final Pattern WRITTEN_BY_READING = Pattern.compile(
            "spring_session.*|security_event|scheduled_(tasks|mail)|flyway_.*|.*(limit|bucket|counter).*");

    private final JdbcClient jdbc = JdbcClient.create(pastTriggers());

    private static SingleConnectionDataSource pastTriggers() {
        TestDatabase.Login login = TestDatabase.superuser(TestDatabase.details().getJdbcUrl());
        SingleConnectionDataSource source =
                new SingleConnectionDataSource(login.url(), login.username(), login.password(), true);
        Properties options = new Properties();
        options.setProperty("options", "-c session_replication_role=replica");
        source.setConnectionProperties(options);
        return source;
    }

    /** The number of rows of each table, and a checksum of their content. */
    public Map<String, String> sums() {
        Map<String, String> sums = new TreeMap<>();
        for (String table : names()) {
            if (!WRITTEN_BY_READING.matcher(table).matches()) {
                // Mails and what they tell of change in the background while they are sent.
                String row = Set.of("outgoing_mail", "notice").contains(table) ? "t.id::text" : "t::text";
                sums.put(
                        table,
                        jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(" + row
                                        + ", 0)::numeric), 0) from " + table + " t")
                                .query(String.class)
                                .single());
            }
        }
        return sums;
    }

    /** The ids of all rows of this client, with their tables. */
    public Map<UUID, String> idsOf(UUID clientId) {
        Map<UUID, String> ids = new LinkedHashMap<>();
        ids.put(clientId, "client");
        for (String table : names()) {
            if (columns(table).containsKey("client_id") && columns(table).containsKey("id")) {
                jdbc.sql("select id from " + table + " where client_id = ? order by id")
                        .param(clientId)
                        .query(UUID.class)
                        .list()
                        .forEach(id -> ids.put(id, table));
            }
        }
        jdbc.sql("select a.id from account a join client_manager m on m.id = a.client_manager_id where m.client_id = ?")
                .param(clientId)
                .query(UUID.class)
                .list()
                .forEach(id -> ids.put(id, "account"));
        return ids;
    }

    /** The ids of an installation and of all rows that refer to it. */
    public Set<UUID> idsOfFacility(UUID facilityId) {
        Set<UUID> ids = new LinkedHashSet<>(List.of(facilityId));
        // Rows that refer to a found row belong to it too; the second pass finds the time entries of shifts.
        for (String column : List.of("facility_id", "request_id", "shift_id", "time_entry_id")) {
            for (String table : names()) {
                if (!table.equals("security_event")
                        && columns(table).containsKey("id")
                        && "uuid".equals(columns(table).get(column))) {
                    ids.addAll(jdbc.sql("select id from " + table + " where " + column + " in (:ids)")
                            .param("ids", List.copyOf(ids))
                            .query(UUID.class)
                            .list());
                }
            }
        }
        return ids;
    }

    /**
     * Replaces every text of these rows by a canary: {@code CANARY-facility-name-} and the end of the row's id.
     *
     * @return the columns that were changed, without those whose constraints refuse it: {@code facility-name}
     */
    public Set<String> plantCanaries(Map<UUID, String> ids, Set<String> exceptColumns) {
        Set<String> planted = new LinkedHashSet<>();
        for (String table : new LinkedHashSet<>(ids.values())) {
            List<UUID> rows = ids.entrySet().stream()
                    .filter(it -> it.getValue().equals(table))
                    .map(Map.Entry::getKey)
                    .toList();
            columns(table).forEach((column, type) -> {
                if (!exceptColumns.contains(column)
                        && (type.equals("text") || type.equals("text[]"))
                        && plant(table, column, type, rows)) {
                    planted.add(table + "-" + column);
                }
            });
        }
        return planted;
    }

    private boolean plant(String table, String column, String type, List<UUID> rows) {
        String canary = "'CANARY-" + table + "-" + column + "-' || right(id::text, 12)";
        if (column.contains("email")) {
            canary = "lower(" + canary + ") || '@example.test'";
        }
        if (column.equals("search_text")) {
            canary = "lower(" + canary + ")";
        }
        if (type.equals("text[]")) {
            // Facts of the history have a prefix; only typed text is replaced.
            canary = "array(select case when fact like 't:%' then 't:' || " + canary
                    + " when fact like 'f:%' then left(fact, 38) || " + canary + " else fact end from unnest("
                    + column + ") with ordinality as f(fact, place) order by place)";
        }
        try {
            return jdbc.sql("update " + table + " set " + column + " = " + canary + " where id in (:ids) and " + column
                                    + " is not null")
                            .param("ids", rows)
                            .update()
                    > 0;
        } catch (DataAccessException notAFreeText) {
            return false;
        }
    }

    /** The tables that contain this text. */
    public List<String> holding(String words) {
        List<String> holding = new ArrayList<>();
        for (String table : names()) {
            if (!WRITTEN_BY_READING.matcher(table).matches()
                    && jdbc.sql("select exists (select 1 from " + table + " t where t::text like ?)")
                            .param("%" + words + "%")
                            .query(Boolean.class)
                            .single()) {
                holding.add(table);
            }
        }
        return holding;
    }

    private List<String> names() {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                        """).query(String.class).list();
    }

    /** The writable columns of a table, with their types. */
    private Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.sql("""
                        select attname, format_type(atttypid, atttypmod) as type from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                         order by attnum
                        """)
                .param(table)
                .query((row, number) -> columns.put(row.getString("attname"), row.getString("type")))
                .list();
        return columns;
    }
}
