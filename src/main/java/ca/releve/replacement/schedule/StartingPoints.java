package ca.releve.replacement.schedule;

import ca.releve.account.CurrentAccount;
import ca.releve.client.ManagerScope;
import ca.releve.replacement.Need;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.replacement.manager.KnownPeople;
import ca.releve.shared.RecordRowMapper;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
            select 'USUAL' as kind, null::uuid as id, null::uuid as facility_id, null as name, start_time as hours_start_time,
                   end_time as hours_end_time, break_minutes as hours_break_minutes, row_number() over () as place
              from (%s) usual
            union all
            (select 'LAST', id, facility_id, null, null, null, null, 0
               from (select id, facility_id, created_by from replacement_request
                      where client_id = :client order by id desc limit 200) newest
              where created_by = :me and facility_id in (:facilities)
              order by id desc limit 1)
            union all
            select 'TEMPLATE', id, facility_id, name, null, null, null, row_number() over (order by fold(name), id)
              from request_template where client_id = :client and facility_id in (:facilities)
            union all
            select 'PERSON', id, null, name, null, null, null, row_number() over (order by name, id) from (%s) known
             order by kind, place
            """.formatted(QuickChoices.USUAL, KnownPeople.SQL);

    private static final String COPY = """
            select r.facility_id, r.job_function_id as need_job_function_id, r.age_group_id as need_age_group_id,
                   r.task_type_id as need_task_type_id, r.qualified as need_qualified, r.notes as need_notes,
                   r.same_person as need_wish_same_person,
                   r.preferred_id as need_wish_preferred_id, r.preferred_name as need_wish_preferred_name,
                   (s.starts_at at time zone s.zone)::time as start_time, (s.ends_at at time zone s.zone)::time as end_time,
                   s.break_minutes as unpaid_break_minutes, s.break_text as unpaid_break_text, null::int as weekdays
              from replacement_request r
              left join lateral (select * from shift where request_id = r.id and status <> 'CANCELLED'
                                  order by starts_at limit 1) s on true
             where r.id = :id and r.client_id = :client and r.facility_id in (:facilities)
            """;

    private static final String TEMPLATE = """
            select facility_id, job_function_id as need_job_function_id, age_group_id as need_age_group_id,
                   task_type_id as need_task_type_id, qualified as need_qualified, notes as need_notes,
                   same_person as need_wish_same_person, preferred_id as need_wish_preferred_id,
                   preferred_name as need_wish_preferred_name, start_time, end_time,
                   break_minutes as unpaid_break_minutes, break_text as unpaid_break_text, weekdays
              from request_template
             where id = :id and client_id = :client and facility_id in (:facilities)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    StartingPoints(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    Starts of(ManagerScope scope, CurrentAccount me) {
        List<StartRow> rows = jdbc.sql(ALL)
                .param("zone", zone.getId())
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .param("me", me.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(RecordRowMapper.of(StartRow.class))
                .list();
        return new Starts(
                rows.stream()
                        .filter(it -> it.kind == Kind.USUAL)
                        .map(StartRow::hours)
                        .toList(),
                rows.stream().filter(it -> it.kind == Kind.LAST).findFirst().orElse(null),
                rows.stream()
                        .filter(it -> it.kind == Kind.PERSON)
                        .map(it -> new KnownPeople.PersonRow(it.id, it.name))
                        .toList(),
                rows.stream()
                        .filter(it -> it.kind == Kind.TEMPLATE && scope.mayAskFor(it.facilityId))
                        .toList());
    }

    /** The need and the first hours of a request. */
    Optional<CopyRow> copy(UUID id, ManagerScope scope) {
        return read(COPY, id, scope);
    }

    /** The need and the hours of a template. */
    Optional<CopyRow> template(UUID id, ManagerScope scope) {
        return read(TEMPLATE, id, scope);
    }

    private Optional<CopyRow> read(String statement, UUID id, ManagerScope scope) {
        return jdbc.sql(statement)
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
        LAST,
        /** A substitute who came before. */
        PERSON,
        /** A need and hours under a name. */
        TEMPLATE
    }

    /**
     * One thing that a request may start from.
     *
     * @param id of the request, the person or the template; null for hours
     * @param facilityId of the request or the template; otherwise null
     * @param name of the person or the template; otherwise null
     * @param hours null for everything else
     */
    public record StartRow(Kind kind, UUID id, UUID facilityId, String name, QuickChoices.Hours hours) {}

    /**
     * What a manager may start a new request from.
     *
     * @param last her last request; null if she has made none
     * @param people the substitutes who came to her facilities
     * @param templates those of her facilities
     */
    public record Starts(
            List<QuickChoices.Hours> usual,
            StartRow last,
            List<KnownPeople.PersonRow> people,
            List<StartRow> templates) {}

    /**
     * A request or a template to be copied.
     *
     * @param startTime start of its first shift; null without a schedule
     * @param unpaidBreak null without a schedule
     * @param weekdays of a template, a bit for each day, 1 for Monday; null for a request
     */
    record CopyRow(
            UUID facilityId,
            Need need,
            LocalTime startTime,
            LocalTime endTime,
            UnpaidBreak unpaidBreak,
            Integer weekdays) {}
}
