package ca.releve.testing;

import ca.releve.testing.Handlers.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The addresses of a handler for rows of its own table: a request in each status for the pages of requests, the newest accounts for
 * those of accounts.
 */
public final class PagePaths {

    /** The table of the ids in a path, by its first matching beginning. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("/admin/acces/", "access_request");
        TABLES.put("/admin/appels/", "notice");
        TABLES.put("/admin/clients/{clientId}/gestionnaires/", "client_manager");
        TABLES.put("/admin/clients/{clientId}/installations/", "facility");
        TABLES.put("/admin/clients/", "client");
        TABLES.put("/admin/comptes/", "account");
        TABLES.put("/admin/courriels/", "outgoing_mail");
        TABLES.put("/admin/demandes/", "replacement_request");
        TABLES.put("/admin/heures/", "time_entry");
        TABLES.put("/admin/listes/", "job_function");
        TABLES.put("/admin/personnel/", "staff_member");
        TABLES.put("/admin/remplacantes/", "substitute");
        TABLES.put("/admin/renseignements/{kind}/", "substitute");
        TABLES.put("/approbation/remplacements/", "replacement_request");
        TABLES.put("/approbation/", "time_entry");
        TABLES.put("/mon-compte/cles/", "passkey");
        TABLES.put("/mon-compte/sessions/", "spring_session");
        TABLES.put("/modeles/", "request_template");
        TABLES.put("/remplacements/", "replacement_request");
    }

    /** Tables that hold rows of a client; of the others all rows are taken. */
    private static final Set<String> OF_A_CLIENT =
            Set.of("client_manager", "facility", "notice", "replacement_request", "request_template", "time_entry");

    private static final Set<String> WITH_STATUS =
            Set.of("access_request", "outgoing_mail", "replacement_request", "time_entry");

    private static final String SHIFTS = """
            select distinct on (s.status, r.status) r.id, s.id
              from shift s join replacement_request r on r.id = s.request_id where s.client_id = ?
            """;

    private final JdbcClient jdbc;
    private final UUID clientId;

    public PagePaths(JdbcClient jdbc, UUID clientId) {
        this.jdbc = jdbc;
        this.clientId = clientId;
    }

    public List<String> of(Handler handler) {
        String pattern = handler.pattern()
                .replace("{clientId}", clientId.toString())
                .replace("{slug}", "fonctions")
                .replace("{kind}", "remplacantes")
                .replace("{outcome}", "fait");
        if (pattern.contains("{shiftId}")) {
            return jdbc.sql(SHIFTS)
                    .param(clientId)
                    .query((row, number) ->
                            pattern.replace("{id}", row.getString(1)).replace("{shiftId}", row.getString(2)))
                    .list();
        }
        return pattern.contains("{")
                ? ids(table(handler.pattern())).stream()
                        .map(id -> pattern.replaceAll("\\{[^}]+}", id))
                        .toList()
                : List.of(pattern);
    }

    private static String table(String pattern) {
        return TABLES.entrySet().stream()
                .filter(it -> pattern.startsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No table is known for " + pattern));
    }

    private List<String> ids(String table) {
        String id = table.equals("spring_session") ? "primary_id" : "id";
        String rows = OF_A_CLIENT.contains(table) ? " where client_id = '" + clientId + "'" : "";
        String query = WITH_STATUS.contains(table)
                ? "select distinct on (status) id::text from " + table + rows
                : "select " + id + "::text from " + table + rows + " order by " + id + " desc limit 5";
        return jdbc.sql(query).query(String.class).list();
    }
}
