package ca.releve.web.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * While the database does not answer, the log has one line a second that says so, whatever the libraries write: each request would
 * otherwise leave several stack traces, megabytes in a minute. Of the statements that are cancelled one a second keeps its trace.
 */
class DatabaseLogFilter extends TurboFilter {

    private static final Logger log = (Logger) LoggerFactory.getLogger(DatabaseLogFilter.class);
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    /** How long after a failure the lines without an exception belong to it. */
    private static final long SAME_FAILURE = Duration.ofSeconds(10).toNanos();

    /** Libraries that write about a failure in lines without its exception. */
    private static final String[] LIBRARIES = {
        "com.zaxxer.hikari", "org.hibernate.orm.jdbc", "org.hibernate.orm.connections"
    };

    private static final String REPEATED = "Failed to validate connection";

    private final AtomicLong lastFailure = new AtomicLong(System.nanoTime() - SAME_FAILURE);
    private final AtomicLong lastTrace = new AtomicLong(System.nanoTime() - INTERVAL);
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - INTERVAL);

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable failure) {
        if (!level.isGreaterOrEqual(Level.WARN) || format == null || logger == log) {
            return FilterReply.NEUTRAL;
        }
        Throwable cause = failure == null ? lastOf(arguments) : failure;
        if (cause != null && DatabaseUnavailable.isCancelledStatement(cause)) {
            return isDue(lastTrace) ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
        if (cause == null ? isAfterAFailure(logger, format) : DatabaseUnavailable.isBehind(cause)) {
            if (cause != null) {
                lastFailure.set(System.nanoTime());
            }
            line(cause == null ? "its connections are closed" : DatabaseUnavailable.sentence(cause));
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    private void line(String reason) {
        if (isDue(lastLine)) {
            log.error("The database does not answer: {}", reason);
        }
    }

    /** Whether a second has passed; of two threads one gets it. */
    private static boolean isDue(AtomicLong last) {
        long now = System.nanoTime();
        long before = last.get();
        return now - before >= INTERVAL && last.compareAndSet(before, now);
    }

    private boolean isAfterAFailure(Logger logger, String format) {
        for (String library : LIBRARIES) {
            if (logger.getName().startsWith(library)) {
                return format.contains(REPEATED) || System.nanoTime() - lastFailure.get() < SAME_FAILURE;
            }
        }
        return false;
    }

    private static Throwable lastOf(Object[] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable last
                ? last
                : null;
    }

    /** Adds the filter when logging is set up, which {@code META-INF/spring.factories} says. */
    static class Installer implements ApplicationListener<ApplicationPreparedEvent> {

        @Override
        public void onApplicationEvent(ApplicationPreparedEvent prepared) {
            LoggerContext context = log.getLoggerContext();
            if (context.getTurboFilterList().stream().noneMatch(DatabaseLogFilter.class::isInstance)) {
                DatabaseLogFilter filter = new DatabaseLogFilter();
                filter.setContext(context);
                filter.start();
                context.addTurboFilter(filter);
            }
        }
    }
}
