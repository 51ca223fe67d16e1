package ca.releve.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Listens to every statement that the tested portal sends to its database. */
public class Statements implements BeanPostProcessor {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean listening;
    private volatile boolean away;

    /** What is sent meanwhile; without what a session or a background task costs. */
    public List<String> during(Runnable visit) {
        heard.clear();
        listening = true;
        try {
            visit.run();
        } finally {
            listening = false;
        }
        return heard.stream()
                .filter(it -> !it.toLowerCase(Locale.ROOT).contains("spring_session"))
                .filter(it -> !it.contains("scheduled_tasks"))
                .toList();
    }

    /** No connection is to be had meanwhile: as if PostgreSQL had been stopped. */
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
            return listening(super.getConnection());
        }
    }

    private Connection listening(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    if (listening && answer instanceof PreparedStatement && !isInTheBackground()) {
                        heard.add((String) arguments[0]);
                    }
                    return answer;
                });
    }

    private static boolean isInTheBackground() {
        return Thread.currentThread().getName().startsWith("db-scheduler");
    }
}
