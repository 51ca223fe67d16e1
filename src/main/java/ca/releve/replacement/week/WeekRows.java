package ca.releve.replacement.week;

import ca.releve.client.ManagerScope;
import ca.releve.format.WallClock;
import ca.releve.shared.RecordRowMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a week of a manager's facilities with one statement, by the index on the starts of a client's shifts. */
@Component
class WeekRows {

    private static final String WEEK = """
            select s.request_id, r.facility_id, s.starts_at, s.ends_at, s.status,
                   case when :english then j.name_en else j.name_fr end as job_function,
                   case when :english then g.name_en else g.name_fr end as age_group,
                   u.id as substitute_id, u.full_name as substitute_name,
                   s.id as arrival_shift_id, s.version as arrival_version, {reported} as arrival_reported
              from shift s
              join replacement_request r on r.id = s.request_id and r.facility_id in (:facilities)
              join job_function j on j.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              left join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
              left join substitute u on u.id = a.substitute_id
             where s.client_id = :client and s.starts_at >= :from and s.starts_at < :until and s.status <> 'CANCELLED'
             order by s.starts_at, s.id
             limit :limit
            """.replace("{reported}", Arrival.REPORTED);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    WeekRows(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param facility one that the manager sees, or any other id, which shows nothing; null for all that she sees */
    WeekPage read(LocalDate monday, UUID facility, ManagerScope scope) {
        List<WeekRow> found = jdbc.sql(WEEK)
                .param("client", scope.clientId())
                .param("facilities", facility == null ? scope.facilityIds() : only(facility, scope))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("from", startOf(monday))
                .param("until", startOf(monday.plusWeeks(1)))
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .param("limit", Expected.MAX_READ + 1)
                .query(RecordRowMapper.of(WeekRow.class))
                .list();
        return WeekPage.of(monday, scope, found, zone);
    }

    private static Collection<UUID> only(UUID facility, ManagerScope scope) {
        return List.of(scope.sees(facility) ? facility : new UUID(0, 0));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return WallClock.startOf(day, zone).atOffset(ZoneOffset.UTC);
    }
}
