package ca.releve.privacy;

import ca.releve.shared.RecordRowMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the people whose retention period has ended: they have left, and neither hours nor the history of the last six years are
 * theirs. Their leaving is part of the history, so nobody is erased sooner than six years after it.
 */
@Component
class FormerPeople {

    private static final String ENDED = """
            select 'SUBSTITUTE' as kind, s.id from substitute s
             where not s.active and s.email not like 'personne-%@invalid'
               and not exists (select 1 from retention_hold h where h.subject_id = s.id)
               and not exists (select 1 from assignment a where a.substitute_id = s.id and a.ends_at >= :term)
               and not exists (select 1 from time_entry t
                                where t.substitute_id = s.id
                                  and (greatest(t.planned_ends_at, t.declared_ends_at) >= :term
                                       or t.status not in ('APPROVED', 'LOCKED')))
               and not exists (select 1 from history_entry e where e.subject_id = s.id and e.at >= :term)
            union all
            select 'MANAGER', m.id from client_manager m left join account y on y.client_manager_id = m.id
             where not m.active and m.email not like 'personne-%@invalid'
               and not exists (select 1 from retention_hold h where h.subject_id in (m.id, m.client_id))
               and not exists (select 1 from replacement_request r where r.created_by = y.id)
               and not exists (select 1 from history_entry e where e.subject_id in (m.id, y.id) and e.at >= :term)
               and not exists (select 1 from history_entry e where e.actor_id = y.id and e.at >= :term)
            union all
            select 'STAFF', s.id from staff_member s left join account y on y.staff_member_id = s.id
             where not s.active and s.email not like 'personne-%@invalid'
               and not exists (select 1 from retention_hold h where h.subject_id = s.id)
               and not exists (select 1 from history_entry e where e.subject_id in (s.id, y.id) and e.at >= :term)
               and not exists (select 1 from history_entry e where e.actor_id = y.id and e.at >= :term)
            limit :most
            """;

    private final JdbcClient jdbc;

    FormerPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param term what is older is no longer kept */
    List<Former> before(Instant term, int most) {
        return jdbc.sql(ENDED)
                .param("term", Timestamp.from(term))
                .param("most", most)
                .query(RecordRowMapper.of(Former.class))
                .list();
    }

    /** A person who has left. */
    record Former(PersonKind kind, UUID id) {}
}
