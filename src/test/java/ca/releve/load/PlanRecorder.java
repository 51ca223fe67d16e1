package ca.releve.load;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Records the plan of each statement that the portal executes, as PostgreSQL's {@code auto_explain} sends it with the result.
 * {@link #during} sets how PostgreSQL plans: for the values of the parameters, or for any values, as it may do from the sixth
 * execution on.
 */
class PlanRecorder implements BeanPostProcessor {

    /** Sends the plan of each statement to the client, as JSON. Only a superuser may set these. */
    private static final Map<String, String> EXPLAIN = Map.of(
            "session_preload_libraries", "auto_explain",
            "auto_explain.log_min_duration", "0",
            "auto_explain.log_analyze", "on",
            "auto_explain.log_timing", "off",
            "auto_explain.log_format", "json",
            "auto_explain.log_level", "notice");

    private final List<Plan> plans = new CopyOnWriteArrayList<>();
    private volatile String settings = "";

    /** Has the database send plans to each login that connects from now on. */
    static void prepare(String url) {
        JdbcClient superuser = LoadDatabase.superuser(url);
        String database =
                superuser.sql("select current_database()").query(String.class).single();
        EXPLAIN.forEach((name, value) -> superuser
                .sql("alter database " + database + " set " + name + " = '" + value + "'")
                .update());
    }

    /**
     * @param settings statements that each connection executes first, for example {@code set plan_cache_mode = …}
     * @return the plans of the statements that were executed meanwhile, without those of the session
     */
    List<Plan> during(String settings, Runnable visit) {
        plans.clear();
        this.settings = settings;
        try {
            visit.run();
        } finally {
            this.settings = "";
        }
        return plans.stream().filter(plan -> !plan.isOfSession()).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof DelegatingDataSource)
                ? new RecordingDataSource(source)
                : bean;
    }

    private final class RecordingDataSource extends DelegatingDataSource {

        RecordingDataSource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (settings.isEmpty() || Thread.currentThread().getName().startsWith("db-scheduler")) {
                return connection;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings);
            }
            return recording(connection, Connection.class);
        }
    }

    /** Wraps the connection, and the statements that it prepares. */
    private <T> T recording(T target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    if (answer instanceof PreparedStatement statement) {
                        return recording(statement, PreparedStatement.class);
                    }
                    if (target instanceof PreparedStatement statement
                            && method.getName().startsWith("execute")) {
                        read(statement.getWarnings());
                    }
                    return answer;
                }));
    }

    private void read(SQLWarning first) {
        List<String> texts = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            texts.add(warning.getMessage());
        }
        texts.stream().filter(text -> text.contains("plan:")).map(Plan::parse).forEach(plans::add);
    }
}
