package ca.releve.replacement.schedule;

import ca.releve.client.ManagerScope;
import ca.releve.shared.RecordRowMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads requests that were sent at once, for their confirmation. */
@Component
class SentRequests {

    private static final String SENT = """
            select r.id, r.code, f.name as facility, case when :english then j.name_en else j.name_fr end as job_function,
                   r.first_start, r.last_end, r.shift_count
              from replacement_request r
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
             where r.id in (:ids) and r.client_id = :client and r.facility_id in (:facilities)
               and r.submitted_at is not null
             order by r.id
            """;

    private final JdbcClient jdbc;

    SentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these requests that are in the manager's scope. */
    List<SentRow> of(List<UUID> ids, ManagerScope scope) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SENT)
                        .param("ids", ids)
                        .param("client", scope.clientId())
                        .param("facilities", scope.facilityIds())
                        .param(
                                "english",
                                LocaleContextHolder.getLocale().getLanguage().equals("en"))
                        .query(RecordRowMapper.of(SentRow.class))
                        .list();
    }

    /** A request that was sent. */
    public record SentRow(
            UUID id,
            String code,
            String facility,
            String jobFunction,
            Instant firstStart,
            Instant lastEnd,
            int shiftCount) {}
}
