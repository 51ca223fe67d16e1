package ca.releve.replacement;

import ca.releve.account.Addressee;
import ca.releve.shared.RecordRowMapper;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The managers who are mailed about a request: the one who made it or, if that manager no longer has access with an account, all
 * who have.
 */
@Component
public class RequestManagers {

    /** Adds to a request {@code r} each account {@code a} of a manager with access to its facility, if there is any. */
    public static final String ACCOUNTS = """
            left join (client_manager m join client c on c.id = m.client_id and c.active
                       join account a on a.client_manager_id = m.id and a.state = 'ACTIVE')
                   on m.client_id = r.client_id and m.active
                  and (m.all_facilities or exists (
                       select 1 from client_manager_facility x
                        where x.client_manager_id = m.id and x.facility_id = r.facility_id))
            """;

    private static final String OF_REQUEST =
            """
            select a.id, a.email as addressee_email, a.full_name as addressee_name, a.language as addressee_language,
                   a.id = r.created_by as author
              from replacement_request r
            """ + ACCOUNTS + "where r.id = ? and a.id is not null order by a.created_at";

    private final JdbcClient jdbc;

    RequestManagers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param except id of an account that is left out, since it made the change; null for none */
    public List<Addressee> of(UUID requestId, UUID except) {
        List<Row> rows = jdbc.sql(OF_REQUEST)
                .param(requestId)
                .query(RecordRowMapper.of(Row.class))
                .list();
        return told(rows, Row::author).stream()
                .filter(it -> !it.id.equals(except))
                .map(Row::addressee)
                .toList();
    }

    /** @param isAuthor whether a manager made the request */
    public static <T> List<T> told(List<T> withAccess, Predicate<T> isAuthor) {
        List<T> author = withAccess.stream().filter(isAuthor).toList();
        return author.isEmpty() ? withAccess : author;
    }

    private record Row(UUID id, Addressee addressee, boolean author) {}
}
