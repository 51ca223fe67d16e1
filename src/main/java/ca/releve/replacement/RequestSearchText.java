package ca.releve.replacement;

import ca.releve.replacement.RequestEvent.RequestCreated;
import ca.releve.replacement.RequestEvent.RequestEdited;
import ca.releve.replacement.ShiftEvent.SubstituteConfirmed;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the text by which a request is found in the lists: its code, the facility, function, age group and task in both
 * languages, the notes, and the names of its substitutes; for the staff also the client and the requester. Former names are
 * part of it; {@link RenamedTask} adds new ones.
 */
@Component
public class RequestSearchText {

    static final String UPDATE = """
            update replacement_request r
               set search_text = searchable(concat_ws(' ', r.code, f.name, f.former_names,
                       j.name_fr, j.name_en, j.former_names, g.name_fr, g.name_en, g.former_names,
                       t.name_fr, t.name_en, t.former_names, r.notes,
                       (select string_agg(distinct concat_ws(' ', u.first_name, u.last_name, u.former_names), ' ')
                          from shift s
                          join assignment a on a.shift_id = s.id and a.status <> 'CANCELLED'
                          join substitute u on u.id = a.substitute_id
                         where s.request_id = r.id)))
                   || ' ' || regexp_replace(searchable(concat_ws(' ', c.name, c.former_names, r.created_by_name,
                       (select concat_ws(' ', y.first_name, y.last_name, y.former_names,
                                         m.first_name, m.last_name, m.former_names)
                          from account y
                          left join client_manager m on m.id = y.client_manager_id
                         where y.id = r.created_by))), '(\\S+)', '*\\1', 'g')
              from client c, facility f, job_function j, age_group g, task_type t
             where r.id = ? and c.id = r.client_id and f.id = r.facility_id and j.id = r.job_function_id
               and g.id = r.age_group_id and t.id = r.task_type_id
            """;

    private static final String UPDATE_ALL = UPDATE.replace("r.id = ?", "r.id = any(?)");

    private final EntityManager entities;
    private final JdbcClient jdbc;

    RequestSearchText(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @TransactionalEventListener(
            classes = {RequestCreated.class, RequestEdited.class, SubstituteConfirmed.class},
            phase = TransactionPhase.BEFORE_COMMIT)
    void update(ReplacementEvent event) {
        entities.flush();
        jdbc.sql(UPDATE).param(event.requestId()).update();
    }

    /** Writes the text of these requests anew, so that it holds no name that was erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rewrite(Collection<UUID> requestIds) {
        jdbc.sql(UPDATE_ALL).param(requestIds.toArray(UUID[]::new)).update();
    }
}
