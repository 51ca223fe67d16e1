package ca.releve.history;

import ca.releve.web.settings.InvalidSettingException;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start the portal with a database login that has the privilege to change the history. */
@Component
@Lazy(false)
@DependsOnDatabaseInitialization
class HistoryPrivilegeCheck {

    private static final String MAY = "select has_table_privilege('history_entry', ?)";

    HistoryPrivilegeCheck(JdbcClient jdbc) {
        if (may(jdbc, "UPDATE, DELETE, TRUNCATE, TRIGGER")) {
            throw new InvalidSettingException(
                    "SPRING_DATASOURCE_USERNAME is a login that may change the history. The portal needs one "
                            + "that owns nothing, beside the owner in SPRING_FLYWAY_USER (the README says how).");
        }
        if (!may(jdbc, "INSERT")) {
            throw new InvalidSettingException("SPRING_DATASOURCE_USERNAME is a login without the role releve_portal "
                    + "(the README says how to grant it).");
        }
    }

    /** @param privileges a comma-separated list; the result is true if the login has at least one of them */
    private static boolean may(JdbcClient jdbc, String privileges) {
        return jdbc.sql(MAY).param(privileges).query(Boolean.class).single();
    }
}
