package ca.releve.timesheet;

import ca.releve.shared.NotFound;
import ca.releve.shared.RecordRowMapper;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one time entry of any client, for the staff of the service. */
@Component
public class HoursRowsForStaff {

    private static final String ENTRY = HoursSql.COLUMNS + "from time_entry e" + HoursSql.JOINS + "where e.id = ?";

    private static final String ADJUSTMENTS = """
            select time_entry_id as entry_id, minutes, meal, note, at, by_name
              from adjustment where time_entry_id = ? order by at, id
            """;

    private static final RowMapper<HoursRow> ROW = RecordRowMapper.of(HoursRow.class);
    private static final RowMapper<AdjustmentRow> ADJUSTMENT = RecordRowMapper.of(AdjustmentRow.class);

    private final JdbcClient jdbc;

    HoursRowsForStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if there is none */
    public HoursRow find(UUID id) {
        return jdbc.sql(ENTRY).param(id).query(ROW).optional().orElseThrow(NotFound::new);
    }

    public List<AdjustmentRow> adjustments(UUID id) {
        return jdbc.sql(ADJUSTMENTS).param(id).query(ADJUSTMENT).list();
    }
}
