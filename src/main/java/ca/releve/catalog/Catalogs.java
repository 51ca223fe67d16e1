package ca.releve.catalog;

import ca.releve.shared.RecordRowMapper;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the three lists with one statement: they are short, and most forms need all of them. */
@Component
public class Catalogs {

    private static final String ALL = """
            select 'JOB_FUNCTIONS' as list, id, version, name_fr, name_en, position, active from job_function
            union all
            select 'AGE_GROUPS', id, version, name_fr, name_en, position, active from age_group
            union all
            select 'TASK_TYPES', id, version, name_fr, name_en, position, active from task_type
            order by position, name_fr, id
            """;

    private final JdbcClient jdbc;

    Catalogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lists in one language. */
    public CatalogChoices in(Locale locale) {
        return new CatalogChoices(rows(), locale);
    }

    /** The items of all lists, also the inactive ones, in the order of the lists. */
    List<CatalogRow> rows() {
        return jdbc.sql(ALL).query(RecordRowMapper.of(CatalogRow.class)).list();
    }
}
