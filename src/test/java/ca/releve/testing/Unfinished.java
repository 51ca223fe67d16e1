package ca.releve.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Open transactions whose locks make other requests wait. */
@TestComponent
public class Unfinished {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DataSource database;
    private final JdbcClient jdbc;

    Unfinished(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** @param statement the first statement, a change or a {@code select … for update} */
    public Change begin(String statement, Object... parameters) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        Change begun = new Change(connection);
        begun.goOn(statement, parameters);
        return begun;
    }

    /** An open transaction, which is rolled back if it is closed before it is committed. */
    public final class Change implements AutoCloseable {

        private final Connection connection;
        private final JdbcClient mine;
        private final int pid;

        private Change(Connection connection) {
            this.connection = connection;
            this.mine = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            this.pid = mine.sql("select pg_backend_pid()").query(Integer.class).single();
        }

        public void goOn(String statement, Object... parameters) {
            if (statement.startsWith("select")) {
                mine.sql(statement).params(parameters).query().listOfRows();
            } else {
                mine.sql(statement).params(parameters).update();
            }
        }

        /** @param others the waiting requests; the wait ends if one of them completes */
        public void untilTheyWait(Future<?>... others) {
            until(
                    "select count(distinct pid) from pg_locks where not granted and ? = any(pg_blocking_pids(pid))",
                    others);
        }

        /** @param other the request that must wait for one that waits for this transaction */
        public void untilItWaitsBehind(Future<?> other) {
            until("""
                    select count(*) from pg_locks last, unnest(pg_blocking_pids(last.pid)) as waiting
                     where not last.granted and ? = any(pg_blocking_pids(waiting))
                    """, other);
        }

        public void finish() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        }

        private void until(String waiting, Future<?>... others) {
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> Stream.of(others).anyMatch(Future::isDone)
                            || jdbc.sql(waiting).param(pid).query(Integer.class).single() >= others.length);
        }
    }
}
