package ca.releve.client;

import ca.releve.web.list.WordSearch;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the client that a filter of the staff names. */
@Component
public class NamedClients {

    /** The most clients that are offered for a text that names several. */
    private static final int FEW = 20;

    /** Not null, so that it can be compared. */
    private static final UUID NO_ID = new UUID(0, 0);

    private static final String[] NOBODY = {""};

    private static final String FOUND = """
            select c.id, c.name, c.id = :id or c.name = :name as exact
              from client c
             where c.id = :id or c.name = :name or %s
             order by c.id = :id or c.name = :name desc, fold(c.name), c.id
             limit :limit
            """.formatted(WordSearch.in("c.search_text"));

    private final JdbcClient jdbc;

    NamedClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The client that a text names, active or not.
     *
     * @param typed a client's id, its name, a former name, or some words or parts of words of them; may be null
     */
    public NamedClient find(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return NamedClient.NONE;
        }
        List<Clients.Name> found = read(text);
        boolean exact = !found.isEmpty() && found.get(0).exact();
        if (exact || found.size() == 1) {
            return NamedClient.of(found.get(0));
        }
        boolean many = found.size() > FEW;
        return new NamedClient(text, null, many ? List.of() : Clients.choices(found), many);
    }

    private List<Clients.Name> read(String text) {
        String[] words = WordSearch.patterns(text);
        return jdbc.sql(FOUND)
                .param("id", idOf(text))
                .param("name", text)
                .param("words", words == null ? NOBODY : words)
                .param("limit", FEW + 1)
                .query(Clients.Name.class)
                .list();
    }

    /** The id in a text; an id that no client has if there is none. */
    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException name) {
            return NO_ID;
        }
    }
}
