package ca.releve.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The privileges of the portal's login in the database. */
@PortalTest
@Covers({"OPS-10", "PRIV-01"})
class DatabaseRolesTests {

    private static final List<String> RIGHTS =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");

    private static final String ROWS = "SELECT INSERT UPDATE DELETE";

    /** The privileges of tables without all four of them. */
    private static final Map<String, String> LESS = Map.of(
            "history_entry", "SELECT INSERT",
            "adjustment", "SELECT INSERT",
            "security_event", "SELECT INSERT DELETE",
            "holiday_choice", "SELECT UPDATE",
            "flyway_schema_history", "SELECT");

    @Autowired
    JdbcClient portal;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void thePortalReadsAndWritesRowsAndNothingElse() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> granted = new TreeMap<>();
        for (String table : portal.sql("select relname from pg_class where relkind in ('r', 'p', 'v', 'm') "
                        + "and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list()) {
            expected.put(table, LESS.getOrDefault(table, ROWS));
            granted.put(
                    table,
                    String.join(
                            " ",
                            RIGHTS.stream()
                                    .filter(right -> portal.sql("select has_table_privilege(?, ?)")
                                            .params(table, right)
                                            .query(Boolean.class)
                                            .single())
                                    .toList()));
        }
        assertThat(granted).hasSizeGreaterThan(20).isEqualTo(expected);
    }

    @Test
    void theLoginOfThePortalOwnsNothingAndHasNoSpecialAttribute() {
        assertThat(portal.sql("""
                        select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
                            or pg_has_role('releve_owner', 'member')
                            or exists (select from pg_class where relowner = pg_roles.oid)
                            or exists (select from pg_proc where proowner = pg_roles.oid)
                            or exists (select from pg_database where datdba = pg_roles.oid)
                          from pg_roles where rolname = current_user
                        """).query(Boolean.class).single()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set reason = 'Rien'",
                "delete from history_entry",
                "truncate history_entry",
                "alter table history_entry disable trigger all",
                "alter table history_entry add column hidden text",
                "drop table history_entry",
                "drop trigger history_entry_append_only on history_entry",
                "create table own (id int)",
                "create temporary table history_entry (id int)",
                "create schema own",
                "create function own() returns int language sql return 1",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "set session_replication_role = replica",
                "set role releve_owner",
                "copy history_entry to program 'cat'",
                "update adjustment set note = 'Rien'",
                "truncate adjustment",
                "update security_event set facts = ''",
                "delete from flyway_schema_history"
            })
    void thePortalIsRefused(String statement) {
        somethingHappened();

        assertThatThrownBy(() -> portal.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    /** Triggers protect the history even if too many privileges are granted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set reason = 'Rien'",
                "delete from history_entry",
                "truncate history_entry",
                "truncate adjustment"
            })
    void theOwnerCannotChangeTheHistoryEither(String statement) {
        somethingHappened();

        assertThatThrownBy(() -> TestDatabase.asOwner().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is append-only");
    }

    private void somethingHappened() {
        transaction.executeWithoutResult(
                status -> history.record(Actor.PORTAL, Subject.ofService(UUID.randomUUID()), "shift.worked", null));
    }

    @Test
    void aTableOfALaterMigrationHasTheSamePrivileges() {
        JdbcClient owner = TestDatabase.asOwner();
        owner.sql("create table of_a_later_migration (id int)").update();
        try {
            assertThat(portal.sql("insert into of_a_later_migration values (1)").update())
                    .isOne();
            assertThat(portal.sql("update of_a_later_migration set id = 2").update())
                    .isOne();
            assertThat(portal.sql("delete from of_a_later_migration").update()).isOne();
        } finally {
            owner.sql("drop table of_a_later_migration").update();
        }
    }
}
