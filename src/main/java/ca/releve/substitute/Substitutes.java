package ca.releve.substitute;

import ca.releve.web.LikeText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The substitutes, for reading: who they are, and who may be given shifts; each answer is one statement. */
@Component
public class Substitutes {

    private static final String ROW = """
            select s.id, s.first_name, s.last_name, s.email, s.phone, s.qualified, s.active,
                   array(select f.job_function_id from substitute_job_function f where f.substitute_id = s.id) as functions,
                   array(select g.age_group_id from substitute_age_group g where g.substitute_id = s.id) as groups
              from substitute s
            """;

    private static final String BY_IDS = ROW + "where s.id = any(:ids)";

    /** There are a few thousand substitutes at most: the index gives the order, the text is looked for on the way. */
    private static final String FOUND = ROW + """
             where (:active::boolean is null or s.active = :active)
               and (:qualified::boolean is null or s.qualified = :qualified)
               and (:text::text is null
                    or fold(s.first_name || ' ' || s.last_name || ' ' || s.email || ' ' || s.phone) like fold(:text)
                    or fold(s.last_name || ', ' || s.first_name) like fold(:text))
             order by fold(s.last_name), fold(s.first_name), s.id
             limit :limit offset :offset
            """;

    private final SubstituteStore store;
    private final JdbcClient jdbc;

    Substitutes(SubstituteStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** The substitute to put on a shift; empty if there is none with that id or she no longer takes shifts. */
    public Optional<Substitute> findActive(UUID id) {
        return store.findById(id).filter(Substitute::isActive);
    }

    /** Active or not: whoever was sent once keeps her name. */
    public Optional<SubstituteSummary> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    public Map<UUID, SubstituteSummary> byIds(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS).param("ids", ids.toArray(UUID[]::new)).query(Substitutes::read).stream()
                .collect(Collectors.toMap(SubstituteSummary::id, it -> it));
    }

    /**
     * Who may be given shifts, by name.
     *
     * @param text part of a name, of an address or of a phone number; blank for all
     * @param limit how many at most
     */
    public List<SubstituteSummary> active(String text, int limit) {
        return find(text, true, null, limit, 0);
    }

    /**
     * @param active null for both
     * @param qualified null for both
     */
    List<SubstituteSummary> find(String text, Boolean active, Boolean qualified, int limit, int offset) {
        return jdbc.sql(FOUND)
                .param("active", active)
                .param("qualified", qualified)
                .param("text", LikeText.anywhere(text))
                .param("limit", limit)
                .param("offset", offset)
                .query(Substitutes::read)
                .list();
    }

    private static SubstituteSummary read(ResultSet row, int number) throws SQLException {
        return new SubstituteSummary(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("qualified"),
                row.getBoolean("active"),
                ids(row.getArray("functions")),
                ids(row.getArray("groups")));
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }
}
