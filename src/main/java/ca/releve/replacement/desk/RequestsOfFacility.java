package ca.releve.replacement.desk;

import ca.releve.client.ComingRequestRow;
import ca.releve.client.ComingRequests;
import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.shared.RecordRowMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests of a facility that are not over, and how they are cancelled with it. */
@Component
class RequestsOfFacility implements ComingRequests {

    private static final String COMING = """
            select r.id, r.code, j.name_fr as job_function_fr, j.name_en as job_function_en, r.first_start,
                   r.shift_count, r.filled_count
              from replacement_request r
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
             where f.id = :facility and r.client_id = f.client_id and r.last_end > :now
               and exists (select 1 from shift s
                            where s.request_id = r.id and s.starts_at > :now
                              and s.status in ('OPEN', 'CONFIRMED', 'TO_RECONFIRM'))
             order by r.first_start, r.id
             limit 300
            """;

    private final ReplacementRequestsForStaff requests;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestsOfFacility(ReplacementRequestsForStaff requests, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<ComingRequestRow> of(UUID facilityId) {
        return jdbc.sql(COMING)
                .param("facility", facilityId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(RecordRowMapper.of(ComingRequestRow.class))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(UUID facilityId, Collection<UUID> requestIds, String reason, Actor by) {
        // In the order of their ids, so that two people who cancel the same requests do not wait for each other.
        of(facilityId).stream()
                .map(ComingRequestRow::id)
                .filter(requestIds::contains)
                .sorted()
                .forEach(id -> {
                    ReplacementRequest request = requests.getForChange(id);
                    request.cancel(reason, by, clock);
                    requests.save(request);
                });
        requests.flush();
    }
}
