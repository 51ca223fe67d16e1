package ca.releve.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the three lists in one statement: they are short, and a form needs all of them. */
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

    /** The lists as somebody reads them who reads this language. */
    public CatalogChoices in(Locale locale) {
        return new CatalogChoices(lines(), locale);
    }

    /** Every line, also the inactive ones, in the order of the lists. */
    List<CatalogLine> lines() {
        return jdbc.sql(ALL).query(Catalogs::line).list();
    }

    private static CatalogLine line(ResultSet row, int number) throws SQLException {
        return new CatalogLine(
                CatalogList.valueOf(row.getString("list")),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name_fr"),
                row.getString("name_en"),
                row.getInt("position"),
                row.getBoolean("active"));
    }
}
