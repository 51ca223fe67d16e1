package ca.releve.local;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a template of a request for the opening of each facility, from Monday to Friday. */
@Component
@Profile("local")
class DemoTemplates {

    private static final String OF_OPENINGS = """
            insert into request_template (id, version, client_id, facility_id, name, job_function_id, age_group_id, task_type_id,
                   qualified, notes, same_person, preferred_id, preferred_name, start_time, end_time, break_minutes, break_text, weekdays)
            select distinct on (r.facility_id) gen_random_uuid(), 0, r.client_id, r.facility_id, 'Ouverture des 4 ans', r.job_function_id, r.age_group_id,
                   r.task_type_id, r.qualified, r.notes, r.same_person, r.preferred_id, r.preferred_name,
                   (s.starts_at at time zone s.zone)::time, (s.ends_at at time zone s.zone)::time, s.break_minutes, s.break_text, 31
              from replacement_request r
              join task_type t on t.id = r.task_type_id and t.name_fr = 'Ouverture'
              join shift s on s.request_id = r.id
             order by r.facility_id, s.starts_at
            """;

    private final JdbcClient jdbc;

    DemoTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ofOpenings() {
        jdbc.sql(OF_OPENINGS).update();
    }
}
