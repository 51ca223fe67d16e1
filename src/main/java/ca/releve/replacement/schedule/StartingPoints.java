package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.client.ManagerScope;
import ca.releve.replacement.Need;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.shared.RecordRowMapper;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a manager may start a new request from. */
@Component
class StartingPoints {

    /** In one statement: the page of a new request may take five. */
    private static final String ALL = """
            select 'USUAL' as kind, null::uuid as id, null::uuid as facility_id, start_time as hours_start_time,
                   end_time as hours_end_time, break_minutes as hours_break_minutes, row_number() over () as place
              from (%s) usual
            union all
            (select 'LAST', id, facility_id, null, null, null, 0
               from (select id, facility_id, created_by from replacement_request
                      where client_id = :client order by id desc limit 200) newest
              where created_by = :me and facility_id in (:facilities)
              order by id desc limit 1)
             order by kind, place
            """.formatted(QuickChoices.USUAL);

    private static final String COPY = """
            select r.facility_id, r.job_function_id as need_job_function_id, r.age_group_id as need_age_group_id,
                   r.task_type_id as need_task_type_id, r.qualified as need_qualified, r.notes as need_notes,
                   (s.starts_at at time zone s.zone)::time as start_time, (s.ends_at at time zone s.zone)::time as end_time,
                   s.break_minutes as unpaid_break_minutes, s.break_text as unpaid_break_text
              from replacement_request r
              left join lateral (select * from shift where request_id = r.id and status <> 'CANCELLED'
                                  order by starts_at limit 1) s on true
             where r.id = :id and r.client_id = :client and r.facility_id in (:facilities)
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    StartingPoints(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    Starts of(ManagerScope scope, CurrentAccount me) {
        List<StartRow> rows = jdbc.sql(ALL)
                .param("zone", zone.getId())
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .param("me", me.id())
                .query(RecordRowMapper.of(StartRow.class))
                .list();
        return new Starts(
                rows.stream()
                        .filter(it -> it.kind == Kind.USUAL)
                        .map(StartRow::hours)
                        .toList(),
                rows.stream().filter(it -> it.kind == Kind.LAST).findFirst().orElse(null));
    }

    /** The need and the first hours of a request. */
    Optional<CopyRow> copy(UUID id, ManagerScope scope) {
        return jdbc.sql(COPY)
                .param("id", id)
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .query(RecordRowMapper.of(CopyRow.class))
                .optional();
    }

    /** The kinds of what a request may start from. */
    public enum Kind {
        /** Hours of most of the last shifts. */
        USUAL,
        /** The last request of the manager. */
        LAST
    }

    /**
     * One thing that a request may start from.
     *
     * @param id the request; null for hours
     * @param facilityId its facility; null for hours
     * @param hours null for a request
     */
    public record StartRow(Kind kind, UUID id, UUID facilityId, QuickChoices.Hours hours) {}

    /**
     * What a manager may start a new request from.
     *
     * @param last her last request; null if she has made none
     */
    public record Starts(List<QuickChoices.Hours> usual, StartRow last) {}

    /**
     * A request to be copied.
     *
     * @param startTime start of its first shift; null without a schedule
     * @param unpaidBreak null without a schedule
     */
    record CopyRow(UUID facilityId, Need need, LocalTime startTime, LocalTime endTime, UnpaidBreak unpaidBreak) {}
}
