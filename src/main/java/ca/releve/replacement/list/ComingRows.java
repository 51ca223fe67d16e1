package ca.releve.replacement.list;

import ca.releve.client.ManagerScope;
import ca.releve.format.WallClock;
import ca.releve.replacement.week.Arrival;
import ca.releve.replacement.week.Expected;
import ca.releve.shared.RecordRowMapper;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who comes today, tomorrow and this week with one statement, by the index on the starts of a client's shifts. */
@Component
class ComingRows {

    /** The shifts of today that are shown: the list begins below them, and a link leads to the others. */
    private static final int MAX_SHOWN = 4;

    private static final String SUMS = """
            count(*) filter (where part = 'PART') as part_shifts,
                       count(distinct substitute_id) filter (where part = 'PART' and status in ('CONFIRMED', 'WORKED'))
                           as part_substitutes,
                       count(*) filter (where part = 'PART' and status = 'OPEN') as part_open,
                       count(*) filter (where part = 'PART' and status = 'TO_RECONFIRM') as part_to_reconfirm""";

    private static final String COMING = """
            with found as materialized (
                select d.part, s.*, a.substitute_id,
                       d.part = 'today' and {reported} as reported
                  from (values ('today', cast(:today as timestamptz), cast(:tomorrow as timestamptz)),
                               ('tomorrow', :tomorrow, :after),
                               ('week', :monday, :nextMonday)) d (part, since, until)
                 cross join lateral (
                        select s.id, s.version, s.request_id, s.starts_at, s.ends_at, s.status,
                               r.facility_id, r.job_function_id, r.age_group_id
                          from shift s
                          join replacement_request r on r.id = s.request_id and r.facility_id in (:facilities)
                         where s.client_id = :client and s.starts_at >= d.since and s.starts_at < d.until
                           and s.status <> 'CANCELLED'
                         order by s.starts_at, s.id limit :read) s
                  left join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'),
                 sums as (
                select {today},
                       {tomorrow},
                       {week}
                  from found)
            select sums.*, t.request_id as shift_request_id, t.starts_at as shift_starts_at, t.ends_at as shift_ends_at,
                   t.status as shift_status, f.name as shift_facility,
                   case when :english then j.name_en else j.name_fr end as shift_job_function,
                   case when :english then g.name_en else g.name_fr end as shift_age_group,
                   u.full_name as shift_substitute, u.qualified as shift_qualified,
                   t.id as shift_arrival_shift_id, t.version as shift_arrival_version, t.reported as shift_arrival_reported
              from sums
              left join lateral (select * from found
                                  where part = 'today'
                                  order by ends_at <= :now, starts_at, id limit :shown) t on true
              left join facility f on f.id = t.facility_id
              left join job_function j on j.id = t.job_function_id
              left join age_group g on g.id = t.age_group_id
              left join substitute u on u.id = t.substitute_id
             order by t.ends_at <= :now, t.starts_at, t.id
            """.replace("{today}", sums("today"))
            .replace("{tomorrow}", sums("tomorrow"))
            .replace("{week}", sums("week"))
            .replace("{reported}", Arrival.REPORTED);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    ComingRows(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    private static String sums(String part) {
        return SUMS.replace("PART", part).replace("part_", part + "_");
    }

    ComingPage read(ManagerScope scope) {
        LocalDate today = WallClock.shown(clock.instant(), zone).toLocalDate();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<ComingPage.Row> rows = jdbc.sql(COMING)
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", startOf(today))
                .param("tomorrow", startOf(today.plusDays(1)))
                .param("after", startOf(today.plusDays(2)))
                .param("monday", startOf(monday))
                .param("nextMonday", startOf(monday.plusWeeks(1)))
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .param("read", Expected.MAX_READ + 1)
                .param("shown", MAX_SHOWN)
                .query(RecordRowMapper.of(ComingPage.Row.class))
                .list();
        return ComingPage.of(rows);
    }

    private OffsetDateTime startOf(LocalDate day) {
        return WallClock.startOf(day, zone).atOffset(ZoneOffset.UTC);
    }
}
