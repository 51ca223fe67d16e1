package ca.releve.history;

import ca.releve.web.settings.InvalidSettingException;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start the portal with a database login that has the privilege to change the history, or without what a restored dump
 * lacks: {@code database.sql} takes a privilege of the database away and limits statements and locks of the login.
 */
@Component
@Lazy(false)
@DependsOnDatabaseInitialization
class DatabaseLoginCheck {

    private static final String MAY = "select has_table_privilege('history_entry', ?)";

    private static final String MAY_HIDE_A_TABLE = "select has_database_privilege(current_database(), 'TEMPORARY')";

    private static final String IS_UNLIMITED = """
            select count(*) > 0
              from unnest(array['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) setting
             where current_setting(setting) = '0'
            """;

    private static final String RUN_AGAIN =
            ": run src/main/docker/database.sql again, as after each restore into a new server (src/docs/operations.md says how).";

    DatabaseLoginCheck(JdbcClient jdbc) {
        if (may(jdbc, "UPDATE, DELETE, TRUNCATE, TRIGGER")) {
            throw new InvalidSettingException(
                    "SPRING_DATASOURCE_USERNAME is a login that may change the history. The portal needs one "
                            + "that owns nothing, beside the owner in SPRING_FLYWAY_USER (the README says how).");
        }
        if (!may(jdbc, "INSERT")) {
            throw new InvalidSettingException("SPRING_DATASOURCE_USERNAME is a login without the role releve_portal "
                    + "(the README says how to grant it).");
        }
        if (is(jdbc, MAY_HIDE_A_TABLE)) {
            throw new InvalidSettingException(
                    "SPRING_DATASOURCE_USERNAME may create temporary tables, which hide those of the portal"
                            + RUN_AGAIN);
        }
        if (is(jdbc, IS_UNLIMITED)) {
            throw new InvalidSettingException("SPRING_DATASOURCE_USERNAME has no time limit for statements, locks or "
                    + "idle transactions" + RUN_AGAIN);
        }
    }

    /** @param privileges a comma-separated list; the result is true if the login has at least one of them */
    private static boolean may(JdbcClient jdbc, String privileges) {
        return jdbc.sql(MAY).param(privileges).query(Boolean.class).single();
    }

    private static boolean is(JdbcClient jdbc, String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }
}
