package ca.releve.replacement.desk;

import ca.releve.catalog.CatalogList;
import ca.releve.catalog.RequestsOfItem;
import ca.releve.client.ComingRequests;
import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequestsForStaff;
import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.shared.RecordRowMapper;
import ca.releve.substitute.ComingShifts;
import ca.releve.substitute.Substitute;
import ca.releve.web.form.ComingForm;
import ca.releve.web.form.ComingRow;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still coming for a substitute, a facility, a manager or an item of a list that is deactivated, and how it is taken
 * back: shifts of a substitute are released, requests are cancelled.
 */
@Component
class ComingWork implements ComingShifts, ComingRequests, RequestsOfItem {

    private static final String COMING = """
            select {id} as id, r.id as request_id, r.code, c.name as client, f.name as facility,
                   case when :english then j.name_en else j.name_fr end as job_function,
                   {starts} as starts_at, r.filled_count, r.shift_count
              from replacement_request r
              join client c on c.id = r.client_id
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
              {whose}
             order by starts_at, id
             limit :most
            """;

    /** By the index of the constraint {@code substitute_booked_once}. */
    private static final String SHIFTS =
            COMING.replace("{id}", "s.id").replace("{starts}", "s.starts_at").replace("{whose}", """
                     join shift s on s.request_id = r.id
                     join assignment a on a.shift_id = s.id
                    where a.substitute_id = :whose and a.status <> 'CANCELLED'
                      and tstzrange(a.starts_at, a.ends_at, '[)') && tstzrange(:now, null, '()')
                      and s.status in ('CONFIRMED', 'TO_RECONFIRM')
                    """);

    /** By one of the indexes of the period of a request. */
    private static final String REQUESTS =
            COMING.replace("{id}", "r.id").replace("{starts}", "n.starts_at").replace("{whose}", """
                     join lateral (select min(s.starts_at) as starts_at
                                     from shift s
                                    where s.request_id = r.id and s.starts_at > :now
                                      and s.status in ('OPEN', 'CONFIRMED', 'TO_RECONFIRM')) n on n.starts_at is not null
                    where {condition} and r.first_start is not null
                      and tstzrange(r.first_start, r.last_end) && tstzrange(:now, null, '()')
                    """);

    private static final String OF_FACILITY = """
            r.facility_id = :whose and r.client_id = (select x.client_id from facility x where x.id = :whose)
            """;

    private static final String OF_MANAGER = """
            r.client_id = (select m.client_id from client_manager m where m.id = :whose)
            and r.created_by in (select a.id from account a where a.client_manager_id = :whose)
            """;

    private final ReplacementRequestsForStaff requests;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    ComingWork(
            ReplacementRequestsForStaff requests,
            EntityManager entities,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.entities = entities;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<ComingRow> ofSubstitute(UUID substituteId) {
        return read(SHIFTS, substituteId).stream()
                .map(it -> it.shown(String.join(", ", it.client, it.facility, it.code)))
                .toList();
    }

    @Override
    public List<ComingRow> ofFacility(UUID facilityId) {
        return requests(OF_FACILITY, facilityId);
    }

    @Override
    public List<ComingRow> ofManager(UUID managerId) {
        return requests(OF_MANAGER, managerId);
    }

    @Override
    public List<ComingRow> of(CatalogList list, UUID itemId) {
        return requests(
                switch (list) {
                    case JOB_FUNCTIONS -> "r.job_function_id = :whose";
                    case AGE_GROUPS -> "r.age_group_id = :whose";
                    case TASK_TYPES -> "r.task_type_id = :whose";
                },
                itemId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(Collection<UUID> requestIds, String reason, Actor by) {
        // In the order of their ids, so that two people who cancel the same requests do not wait for each other.
        requestIds.stream().sorted().forEach(id -> {
            ReplacementRequest request = requests.getForChange(id);
            request.cancel(reason, by, clock);
            requests.save(request);
        });
        requests.flush();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID substituteId, Collection<UUID> shiftIds, String reason, Actor by) {
        List<Row> released = read(SHIFTS, substituteId).stream()
                .filter(it -> shiftIds.contains(it.id))
                .toList();
        for (UUID id : released.stream().map(Row::requestId).distinct().sorted().toList()) {
            ReplacementRequest request = requests.getForChange(id);
            String name = entities.find(Substitute.class, substituteId).name();
            released.stream()
                    .filter(it -> it.requestId.equals(id))
                    .forEach(it -> request.settle(it.id, Outcome.RELEASED, name, reason, by, clock));
            requests.save(request);
        }
        requests.flush();
    }

    private List<ComingRow> requests(String condition, UUID whose) {
        Locale locale = LocaleContextHolder.getLocale();
        return read(REQUESTS.replace("{condition}", condition), whose).stream()
                .map(it -> it.shown(messages.getMessage(
                        "coming.request",
                        new Object[] {it.code, it.jobFunction, it.client, it.facility, it.filledCount, it.shiftCount},
                        locale)))
                .toList();
    }

    private List<Row> read(String sql, UUID whose) {
        return jdbc.sql(sql)
                .param("whose", whose)
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", ComingForm.MOST + 1)
                .query(RecordRowMapper.of(Row.class))
                .list();
    }

    private record Row(
            UUID id,
            UUID requestId,
            String code,
            String client,
            String facility,
            String jobFunction,
            Instant startsAt,
            int filledCount,
            int shiftCount) {

        ComingRow shown(String what) {
            return new ComingRow(id, what, startsAt);
        }
    }
}
