package ca.releve.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that the tested portal sends to its database, and the round trips that they take. */
public class Statements implements BeanPostProcessor {

    /** The beginnings of the names of threads that delete old sessions and run scheduled tasks. */
    private static final Set<String> BACKGROUND = Set.of("db-scheduler", "spring-session");

    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger trips = new AtomicInteger();
    private volatile boolean listening;
    private volatile boolean away;

    /** The statements during an action, without those of sessions and background tasks. */
    public List<String> during(Runnable visit) {
        return trafficDuring(visit).statements().stream()
                .filter(it -> !it.toLowerCase(Locale.ROOT).contains("spring_session"))
                .toList();
    }

    /** Everything that the portal sends during an action, without background tasks. */
    public Traffic trafficDuring(Runnable visit) {
        sent.clear();
        trips.set(0);
        listening = true;
        try {
            visit.run();
        } finally {
            listening = false;
        }
        return new Traffic(List.copyOf(sent), trips.get());
    }

    /**
     * What was sent to the database. A batch is one statement.
     *
     * @param roundTrips the statements, and the begin and the end of each transaction that executed any
     */
    public record Traffic(List<String> statements, int roundTrips) {}

    /** Makes all connections fail during an action, as if PostgreSQL were stopped. */
    public void awayDuring(Runnable visit) {
        away = true;
        try {
            visit.run();
        } finally {
            away = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof DelegatingDataSource)
                ? new Listening(source)
                : bean;
    }

    private final class Listening extends DelegatingDataSource {

        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("Connection to db.internal:5432 refused", "08001");
            }
            Connection connection = super.getConnection();
            return BACKGROUND.stream().anyMatch(Thread.currentThread().getName()::startsWith)
                    ? connection
                    : proxy(Connection.class, new Session(connection));
        }
    }

    /** A connection from the pool until it is given back. */
    private final class Session implements InvocationHandler {

        private final Connection connection;
        private boolean begun;

        Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (begun && ENDS.contains(method.getName())) {
                begun = false;
                note();
            }
            Object answer = call(connection, method, arguments);
            if (answer instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, (self, called, values) -> {
                    if (called.getName().startsWith("execute")) {
                        send((String) arguments[0]);
                    }
                    return call(statement, called, values);
                });
            }
            return answer;
        }

        private void send(String statement) throws SQLException {
            if (!connection.getAutoCommit() && !begun) {
                begun = true;
                note();
            }
            note();
            if (listening) {
                sent.add(statement);
            }
        }

        private void note() {
            if (listening) {
                trips.incrementAndGet();
            }
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
