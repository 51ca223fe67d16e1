package ca.releve.replacement.manager;

import ca.releve.client.ManagerScope;
import ca.releve.shared.RecordRowMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The substitutes whom a manager knows: those who worked at one of her facilities. Others are never named. */
@Component
public class KnownPeople {

    /** Of the last 300 worked shifts of the client; needs {@code client}, {@code facilities} and {@code now}. */
    public static final String SQL = """
            select distinct u.id, u.full_name as name
              from (select id, request_id from shift
                     where client_id = :client and status = 'WORKED' and starts_at <= :now
                     order by starts_at desc limit 300) s
              join replacement_request r on r.id = s.request_id and r.facility_id in (:facilities)
              join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
              join substitute u on u.id = a.substitute_id and u.active
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The substitutes by name. */
    List<PersonRow> of(ManagerScope scope) {
        return jdbc.sql(SQL + " order by name, id")
                .param("client", scope.clientId())
                .param("facilities", scope.facilityIds())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(RecordRowMapper.of(PersonRow.class))
                .list();
    }

    /** @param name with the mark that tells two people of one name apart */
    public record PersonRow(UUID id, String name) {}
}
