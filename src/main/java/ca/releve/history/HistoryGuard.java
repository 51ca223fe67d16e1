package ca.releve.history;

import ca.releve.web.SettingRefused;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the portal start only with a login to whom the database itself refuses any change of the history. */
@Component
@Lazy(false)
@DependsOnDatabaseInitialization
class HistoryGuard {

    private static final String MAY = "select has_table_privilege('history_entry', ?)";

    HistoryGuard(JdbcClient jdbc) {
        if (may(jdbc, "UPDATE, DELETE, TRUNCATE, TRIGGER")) {
            throw new SettingRefused(
                    "SPRING_DATASOURCE_USERNAME is a login that may change the history. The portal needs one "
                            + "that owns nothing, beside the owner in SPRING_FLYWAY_USER (the README says how).");
        }
        if (!may(jdbc, "INSERT")) {
            throw new SettingRefused("SPRING_DATASOURCE_USERNAME is a login without the role releve_portal "
                    + "(the README says how to grant it).");
        }
    }

    /** @param privileges is true if the portal's login has any of them */
    private static boolean may(JdbcClient jdbc, String privileges) {
        return jdbc.sql(MAY).param(privileges).query(Boolean.class).single();
    }
}
