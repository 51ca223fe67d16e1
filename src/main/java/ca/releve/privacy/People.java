package ca.releve.privacy;

import ca.releve.shared.NotFound;
import ca.releve.shared.RecordRowMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the pages about a person's data say of the person, with one statement. */
@Component
class People {

    private static final String HELD = """
            left join retention_hold h on h.subject_id = p.id
            left join account b on b.id = h.by_id
            """;

    private static final String PERSON = """
            select '%s' as kind, p.id, p.version, %s as name, p.email, p.active as record_active,
                   %s as record_client_id, %s as record_account_id,
                   h.reason as held_reason, h.at as held_at, b.full_name as held_by,
                   %s
            """;

    private static final String OF_SUBSTITUTE = """
            (select count(*) from assignment a
              where a.substitute_id = p.id and a.status <> 'CANCELLED' and a.ends_at > :now) as at_work_shifts,
            (select count(*) from time_entry t
              where t.substitute_id = p.id and t.status not in ('APPROVED', 'LOCKED')) as at_work_hours,
            (select max(t.planned_ends_at) from time_entry t where t.substitute_id = p.id) as at_work_last_hours
            """;

    private static final String NO_HOURS =
            "0 as at_work_shifts, 0 as at_work_hours, null::timestamptz as at_work_last_hours";

    private static final Map<PersonKind, String> STATEMENTS = Map.of(
            PersonKind.SUBSTITUTE,
            PERSON.formatted("SUBSTITUTE", "p.full_name", "null::uuid", "null::uuid", OF_SUBSTITUTE)
                    + " from substitute p " + HELD + " where p.id = :id",
            PersonKind.MANAGER,
            PERSON.formatted("MANAGER", "p.first_name || ' ' || p.last_name", "p.client_id", "y.id", NO_HOURS)
                    + " from client_manager p left join account y on y.client_manager_id = p.id " + HELD
                    + " where p.id = :id",
            PersonKind.STAFF,
            PERSON.formatted("STAFF", "p.first_name || ' ' || p.last_name", "null::uuid", "y.id", NO_HOURS)
                    + " from staff_member p left join account y on y.staff_member_id = p.id " + HELD
                    + " where p.id = :id");

    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param slug the part of the path that names the kind
     * @throws NotFound if there is no such kind or person
     */
    PersonPage find(String slug, UUID id) {
        return PersonKind.of(slug)
                .flatMap(kind -> jdbc.sql(STATEMENTS.get(kind))
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(RecordRowMapper.of(PersonPage.class))
                        .optional())
                .orElseThrow(NotFound::new);
    }
}
