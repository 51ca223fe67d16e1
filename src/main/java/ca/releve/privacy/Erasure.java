package ca.releve.privacy;

import ca.releve.history.Actor;
import ca.releve.replacement.RequestSearchText;
import ca.releve.web.RequestId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replaces the identity of a person by « Personne 4711 » in every table, so that hours still add up and the history can still be
 * read (PRIV-10). The database does it, as the owner of the history, and refuses a person who is still at work.
 */
@Component
class Erasure {

    /** Longer than a page may take, since the text of many rows is searched; shorter than the socket waits for an answer. */
    static final String MAY_TAKE_LONG = "set local statement_timeout = '25s'";

    private static final String REQUESTS = """
            select s.request_id from assignment a join shift s on s.id = a.shift_id where a.substitute_id = :person
            union
            select r.id from replacement_request r join account y on y.id = r.created_by
             where :person in (y.client_manager_id, y.staff_member_id)
            union
            select r.id from replacement_request r join client_manager m on m.client_id = r.client_id
             where m.id = :person and position(:name in r.notes) > 0
            """;

    private final JdbcClient jdbc;
    private final RequestSearchText searchText;

    Erasure(JdbcClient jdbc, RequestSearchText searchText) {
        this.jdbc = jdbc;
        this.searchText = searchText;
    }

    /**
     * @param reason null at the end of the retention period
     * @return the new name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    String erase(PersonKind kind, UUID personId, Actor actor, String reason) {
        jdbc.sql(MAY_TAKE_LONG).update();
        String name = jdbc.sql(
                        "select erase_person(:kind, :person, :by, cast(:byId as uuid), :byName, :reason, :request)")
                .param("kind", kind.name())
                .param("person", personId)
                .param("by", actor.kind().name())
                .param("byId", actor.id() == null ? null : actor.id().toString())
                .param("byName", actor.name())
                .param("reason", reason)
                .param("request", RequestId.current())
                .query(String.class)
                .single();
        List<UUID> requests = jdbc.sql(REQUESTS)
                .param("person", personId)
                .param("name", name)
                .query(UUID.class)
                .list();
        searchText.rewrite(requests);
        return name;
    }
}
