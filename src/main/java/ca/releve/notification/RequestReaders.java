package ca.releve.notification;

import ca.releve.account.Addressee;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is told of a request: the manager who asked, or, once she has no account any more, every manager who may see its
 * installation.
 */
@Component
class RequestReaders {

    private static final String READERS = """
            select r.code, f.name as facility, a.email, a.first_name || ' ' || a.last_name as name, a.language,
                   a.id = r.created_by as asked
              from replacement_request r
              join facility f on f.id = r.facility_id
              left join (client_manager m join client c on c.id = m.client_id and c.active
                         join account a on a.client_manager_id = m.id and a.state = 'ACTIVE')
                     on m.client_id = r.client_id and m.active
                    and (m.all_facilities or exists (
                         select 1 from client_manager_facility x
                          where x.client_manager_id = m.id and x.facility_id = r.facility_id))
             where r.id = ?
             order by a.created_at
            """;

    private final JdbcClient jdbc;

    RequestReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Request of(UUID requestId) {
        List<Row> rows = jdbc.sql(READERS).param(requestId).query(Row.class).list();
        boolean askerIsThere = rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.asked()));
        List<Addressee> managers = rows.stream()
                .filter(row -> row.email() != null && (!askerIsThere || row.asked()))
                .map(row -> new Addressee(row.email(), row.name(), row.language()))
                .toList();
        return new Request(rows.get(0).code(), rows.get(0).facility(), managers);
    }

    /** What a mail says of a request, and to whom. */
    record Request(String code, String facility, List<Addressee> managers) {}

    private record Row(String code, String facility, String email, String name, String language, Boolean asked) {}
}
