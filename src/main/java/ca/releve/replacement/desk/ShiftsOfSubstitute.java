package ca.releve.replacement.desk;

import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.shared.RecordRowMapper;
import ca.releve.substitute.ComingShiftRow;
import ca.releve.substitute.ComingShifts;
import ca.releve.substitute.Substitute;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The shifts on which a substitute is still expected, and how she is taken from them. */
@Component
class ShiftsOfSubstitute implements ComingShifts {

    /** By the index of the constraint {@code substitute_booked_once}. */
    private static final String COMING = """
            select s.id, r.id as request_id, r.code, c.name as client, f.name as facility, s.starts_at, s.ends_at
              from assignment a
              join shift s on s.id = a.shift_id
              join replacement_request r on r.id = s.request_id
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
             where a.substitute_id = :substitute and a.status <> 'CANCELLED'
               and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(:now, null, '()')
               and s.status in ('CONFIRMED', 'TO_RECONFIRM')
             order by s.starts_at, s.id
             limit 300
            """;

    private final ReplacementRequestsForStaff requests;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShiftsOfSubstitute(ReplacementRequestsForStaff requests, EntityManager entities, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<ComingShiftRow> of(UUID substituteId) {
        return jdbc.sql(COMING)
                .param("substitute", substituteId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(RecordRowMapper.of(ComingShiftRow.class))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID substituteId, Collection<UUID> shiftIds, String reason, Actor by) {
        List<ComingShiftRow> released = of(substituteId).stream()
                .filter(it -> shiftIds.contains(it.id()))
                .toList();
        // In the order of their ids, so that two people who release from the same requests do not wait for each other.
        for (UUID id : released.stream()
                .map(ComingShiftRow::requestId)
                .distinct()
                .sorted()
                .toList()) {
            ReplacementRequest request = requests.getForChange(id);
            String name = entities.find(Substitute.class, substituteId).name();
            released.stream()
                    .filter(it -> it.requestId().equals(id))
                    .forEach(it -> request.release(it.id(), name, reason, by, clock));
            requests.save(request);
        }
        requests.flush();
    }
}
