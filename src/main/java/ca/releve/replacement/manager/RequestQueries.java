package ca.releve.replacement.manager;

import ca.releve.client.ManagerScope;
import ca.releve.shared.RecordRowMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a request and its shifts within the scope of a manager (ACC-05). */
@Component
class RequestQueries {

    private static final String REQUEST = """
            select r.id, r.version, r.code, r.status,
                   p.id as facility_id, p.name as facility_name, p.street as facility_street, p.city as facility_city,
                   p.instructions as facility_instructions,
                   r.job_function_id as need_job_function_id, r.age_group_id as need_age_group_id,
                   r.task_type_id as need_task_type_id, r.qualified as need_qualified, r.notes as need_notes,
                   r.same_person as need_wish_same_person,
                   r.preferred_id as need_wish_preferred_id, r.preferred_name as need_wish_preferred_name,
                   case when :english then f.name_en else f.name_fr end as names_job_function,
                   case when :english then g.name_en else g.name_fr end as names_age_group,
                   case when :english then t.name_en else t.name_fr end as names_task_type,
                   r.decision_reason, r.decision_at, r.decision_by,
                   r.created_at, r.created_by_name, r.submitted_at as created_submitted_at,
                   r.first_start as schedule_first_start, r.last_end as schedule_last_end,
                   r.shift_count as schedule_shift_count, r.filled_count as schedule_filled_count,
                   (select string_agg(concat_ws(E'\\t', u.id, u.full_name, u.email, extract(epoch from s.starts_at)::bigint,
                                                extract(epoch from s.ends_at)::bigint), E'\\n' order by s.starts_at)
                      from shift s
                      join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
                      join substitute u on u.id = a.substitute_id
                     where s.request_id = r.id and s.status in ('CONFIRMED', 'TO_RECONFIRM')) as schedule_expected
              from replacement_request r
              join facility p on p.id = r.facility_id
              join job_function f on f.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              join task_type t on t.id = r.task_type_id
             where r.id = :id and r.client_id = :client and r.facility_id in (:facilities)
            """;

    private static final String SHIFTS = """
            select s.id, s.version, s.starts_at, s.ends_at, s.zone, s.status, s.status_reason,
                   s.break_minutes as unpaid_break_minutes, s.break_text as unpaid_break_text,
                   u.id as substitute_id, u.full_name as substitute_name,
                   u.qualified as substitute_qualified, u.email as substitute_email,
                   l.queued_at as late_at, l.queued_by as late_by, l.called_at as late_called_at
              from shift s
              join replacement_request r on r.id = s.request_id
              left join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
              left join substitute u on u.id = a.substitute_id
              left join lateral (select * from notice
                                  where assignment_id = a.id and kind = 'LATE' order by queued_at desc limit 1) l on true
             where r.id = :id and r.client_id = :client and r.facility_id in (:facilities)
             order by s.starts_at, s.id
            """;

    /** The history outlives a draft; it does not say at which of the client’s facilities the draft was. */
    private static final String DELETED = """
            select exists (select 1 from history_entry
                            where request_id = :id and client_id = :client and event = 'request.deleted')
            """;

    private final JdbcClient jdbc;

    RequestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RequestPage> find(UUID id, ManagerScope scope) {
        return query(REQUEST, id, scope)
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .query(RecordRowMapper.of(RequestPage.class))
                .optional();
    }

    /** The shifts in order, with the cancelled ones. */
    List<ShiftRow> shiftsOf(UUID id, ManagerScope scope) {
        return query(SHIFTS, id, scope)
                .query(RecordRowMapper.of(ShiftRow.class))
                .list();
    }

    boolean wasDeleted(UUID id, ManagerScope scope) {
        return jdbc.sql(DELETED)
                .param("id", id)
                .param("client", scope.clientId())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String statement, UUID id, ManagerScope scope) {
        return jdbc.sql(statement)
                .param("id", id)
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds());
    }
}
