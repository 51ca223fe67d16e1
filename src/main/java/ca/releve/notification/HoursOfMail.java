package ca.releve.notification;

import ca.releve.replacement.PlannedShift;
import ca.releve.shared.RecordRowMapper;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the declared hours that a mail names, as they are after the change that it reports. */
@Component
class HoursOfMail {

    /** The most lines of a mail. */
    static final int MOST_LINES = 50;

    private static final String LINES = """
            select e.planned_starts_at, e.planned_ends_at, e.planned_break_minutes, e.zone, u.full_name as substitute,
                   e.final_minutes
              from time_entry e
              join substitute u on u.id = e.substitute_id
            """;

    private static final String OF_ENTRY = LINES + "where e.id = ?";

    private static final String WAITING = LINES + """
            where e.request_id = ? and e.status = 'SUBMITTED' order by e.planned_starts_at, e.id limit\s""" + MOST_LINES;

    private final JdbcClient jdbc;
    private final EntityManager entities;

    HoursOfMail(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** One line: that of a time entry. */
    List<DeclaredRow> of(UUID entryId) {
        return read(OF_ENTRY, entryId);
    }

    /** The hours of a request that wait for approval, at most {@value #MOST_LINES} lines. */
    List<DeclaredRow> waiting(UUID requestId) {
        return read(WAITING, requestId);
    }

    private List<DeclaredRow> read(String statement, UUID id) {
        entities.flush();
        return jdbc.sql(statement)
                .param(id)
                .query(RecordRowMapper.of(DeclaredRow.class))
                .list();
    }

    /** @param finalMinutes whole minutes, adjustments included */
    record DeclaredRow(
            Instant plannedStartsAt,
            Instant plannedEndsAt,
            int plannedBreakMinutes,
            ZoneId zone,
            String substitute,
            int finalMinutes) {

        PlannedShift planned() {
            return new PlannedShift(plannedStartsAt, plannedEndsAt, plannedBreakMinutes, zone);
        }
    }
}
