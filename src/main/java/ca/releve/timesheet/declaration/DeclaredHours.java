package ca.releve.timesheet.declaration;

import ca.releve.format.Formats;
import ca.releve.shared.RecordRowMapper;
import ca.releve.shared.RuleViolation;
import ca.releve.timesheet.WorkTime;
import ca.releve.timesheet.WorkedShift;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds declared hours of a substitute that overlap others, at any client: nobody works at two places at once. */
@Component
class DeclaredHours {

    private static final String OVERLAP = """
            select u.full_name as substitute_name, f.name as facility_name,
                   e.declared_starts_at as starts_at, e.declared_ends_at as ends_at
              from time_entry e
              join substitute u on u.id = e.substitute_id
              join facility f on f.id = e.facility_id
             where e.substitute_id = :substitute and e.shift_id <> :shift and e.status <> 'RETURNED'
               and e.declared_starts_at is not null
               and tstzrange(e.declared_starts_at, e.declared_ends_at, '[)') && tstzrange(:start, :end, '[)')
             order by e.declared_starts_at
             limit 1
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    DeclaredHours(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** @throws RuleViolation with those hours, if there are any for another shift */
    void refuseOverlap(WorkedShift shift, WorkTime time) {
        jdbc.sql(OVERLAP)
                .param("substitute", shift.substituteId())
                .param("shift", shift.shiftId())
                .param("start", time.startsAt().atOffset(ZoneOffset.UTC))
                .param("end", time.endsAt().atOffset(ZoneOffset.UTC))
                .query(RecordRowMapper.of(OverlapRow.class))
                .optional()
                .ifPresent(other -> {
                    Formats formats = new Formats(LocaleContextHolder.getLocale(), zone);
                    throw new RuleViolation(
                            "rule.entry.overlap",
                            other.substituteName,
                            formats.dateTime(other.startsAt),
                            formats.dateTime(other.endsAt),
                            other.facilityName);
                });
    }

    /** Hours that were declared for another shift. */
    record OverlapRow(String substituteName, String facilityName, Instant startsAt, Instant endsAt) {}
}
