package ca.releve.replacement.notice;

import ca.releve.shared.RecordRowMapper;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the calls to make, the most urgent first. */
@Component
public class CallRows {

    /** Most calls on a page; those after them appear as calls are made. */
    static final int MAX_SHOWN = 20;

    /** Most notices that are read for them: one call may be about all shifts of a request. */
    private static final int MAX_READ = 400;

    private static final String TO_CALL = """
            with waiting as materialized (
                select * from notice
                 where channel = 'CALL' and called_at is null and seen_at is null and replaced_at is null
                 order by starts_at, id limit :read),
                 calls as (
                select distinct on (request_id, substitute_id, kind, queued_at) w.*,
                       count(*) over (partition by request_id, substitute_id, kind, queued_at) as shifts
                  from waiting w
                 order by request_id, substitute_id, kind, queued_at, starts_at, id)
            select w.id, w.version, w.kind, w.starts_at, w.ends_at, w.shifts,
                   u.id as person_id, u.full_name as person_name, u.phone as person_phone,
                   r.id as request_id, r.code as request_code, c.name as request_client, f.name as request_facility,
                   f.phone as request_phone,
                   w.queued_by as cause_by, w.queued_at as cause_at
              from calls w
              join substitute u on u.id = w.substitute_id
              join replacement_request r on r.id = w.request_id
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
             order by w.starts_at, w.id
             limit :shown
            """;

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The calls to make, over all clients. */
    public List<CallRow> toMake() {
        return jdbc.sql(TO_CALL)
                .param("read", MAX_READ)
                .param("shown", MAX_SHOWN)
                .query(RecordRowMapper.of(CallRow.class))
                .list();
    }
}
