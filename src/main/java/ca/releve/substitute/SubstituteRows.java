package ca.releve.substitute;

import ca.releve.web.list.KeysetPage;
import ca.releve.web.list.ListKey;
import ca.releve.web.list.ListOrder;
import ca.releve.web.list.ListPosition;
import ca.releve.web.list.ListQuery;
import ca.releve.web.list.ListView;
import ca.releve.web.list.WordSearch;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of substitutes. */
@Component
class SubstituteRows {

    private static final ListOrder BY_NAME = ListOrder.ascending(
            "nom", ListKey.text("fold(s.last_name)"), ListKey.text("fold(s.first_name)"), ListKey.id("s.id"));

    /** There are at most a few thousand substitutes, so a search for a text reads all of them. */
    private static final String FOUND = """
            select s.id, s.first_name, s.last_name, s.email, s.phone, s.qualified, s.active,
                   (select string_agg(case when :english then f.name_en else f.name_fr end, ', '
                                      order by f.position, f.name_fr, f.id)
                      from substitute_job_function x join job_function f on f.id = x.job_function_id
                     where x.substitute_id = s.id) as functions,
                   {place} as place,
                   (select count(*) from (select 1 from substitute s where {filters} limit 1001) counted) as total
              from substitute s
             where {conditions}
             order by {order}
             limit {limit}
            """;

    private final JdbcClient jdbc;

    SubstituteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<SubstituteRow> find(SubstituteFilter filter, ListPosition position, Locale locale) {
        ListQuery query = new ListQuery(FOUND)
                .with("english", "en".equals(locale.getLanguage()))
                .filter("s.active = :active", "active", filter.active())
                .filter("s.qualified = :qualified", "qualified", filter.qualified())
                .filter(WordSearch.in("s.search_text"), "words", WordSearch.patterns(filter.texte()));
        ListView view = ListView.of(AdminSubstituteController.LIST, filter, position, BY_NAME);
        return query.read(jdbc, view, SubstituteRow.class);
    }
}
