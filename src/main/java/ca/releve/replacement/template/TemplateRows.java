package ca.releve.replacement.template;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import ca.releve.shared.RecordRowMapper;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the templates of the facilities that a manager sees. */
@Component
class TemplateRows {

    private static final String TEMPLATES = """
            select t.id, t.version, t.name, f.name as facility, case when :english then j.name_en else j.name_fr end as job_function,
                   t.start_time, t.end_time, t.break_minutes
              from request_template t
              join facility f on f.id = t.facility_id
              join job_function j on j.id = t.job_function_id
             where t.client_id = :client and t.facility_id in (:facilities)
             order by fold(f.name), fold(t.name), t.id
            """;

    private static final String TAKEN = """
            select exists (select 1 from request_template
                            where client_id = :client and fold(name) = fold(:name) and id is distinct from cast(:except as uuid)
                              and facility_id = coalesce(cast(:facility as uuid),
                                  (select facility_id from request_template where id = cast(:except as uuid))))
            """;

    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TemplateRow> all(ManagerScope scope) {
        return jdbc.sql(TEMPLATES)
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .query(RecordRowMapper.of(TemplateRow.class))
                .list();
    }

    /** @throws NotFound if the manager sees no such template */
    TemplateRow get(UUID id, ManagerScope scope) {
        return all(scope).stream().filter(it -> it.id.equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    /** Whether another template of the facility has the name, in any spelling. */
    boolean isTaken(String name, UUID facilityId, ManagerScope scope) {
        return isTaken(name, facilityId, null, scope);
    }

    /** Whether another template of the same facility has the name, in any spelling. */
    boolean isTakenByAnother(String name, UUID id, ManagerScope scope) {
        return isTaken(name, null, id, scope);
    }

    private boolean isTaken(String name, UUID facilityId, UUID except, ManagerScope scope) {
        return jdbc.sql(TAKEN)
                .param("client", scope.clientId())
                .param("name", name)
                .param("facility", facilityId)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    /** A template in the list. */
    public record TemplateRow(
            UUID id,
            Integer version,
            String name,
            String facility,
            String jobFunction,
            LocalTime startTime,
            LocalTime endTime,
            Integer breakMinutes) {}
}
