package ca.releve.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Metrics of the work in the background: the oldest mail that has not left, how late the tasks are, and whether this instance is
 * ready (OPS-15, MAIL-05). All of them are read by one statement a scrape.
 */
@Component
class BackgroundMeters implements MeterBinder {

    /** The gauges of one scrape share what was read, even if the database makes them wait. */
    private static final long ONE_SCRAPE = Duration.ofSeconds(1).toNanos();

    /** A mail that waits a moment on purpose, before its first attempt, is not late. Each part reads the first rows of an index. */
    private static final String READ = """
            select (select m.queued_at
                      from outgoing_mail m
                     where m.status = 'QUEUED'
                       and not (m.attempts = 0 and exists (
                                select 1 from scheduled_mail d
                                 where d.task_name = 'mail-delivery' and d.task_instance = m.id::text
                                   and d.execution_time > :now))
                     order by m.queued_at
                     limit 1) as oldest_mail,
                   (select count(*) from (select 1 from outgoing_mail where status = 'FAILED' limit 1000) f) as failed,
                   (select min(execution_time) from scheduled_tasks) as next_task,
                   (select min(execution_time) from scheduled_mail) as next_delivery
            """;

    private final JdbcClient jdbc;
    private final ApplicationAvailability availability;
    private final Clock clock;
    private Reading last = Reading.NONE;
    private long lastRead = System.nanoTime() - ONE_SCRAPE;

    BackgroundMeters(JdbcClient jdbc, ApplicationAvailability availability, Clock clock) {
        this.jdbc = jdbc;
        this.availability = availability;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("releve.mail.oldest", Reading::oldestMail, "Age of the oldest mail that has not left")
                .baseUnit("seconds")
                .register(meters);
        gauge("releve.mail.failed", Reading::failedMails, "Mails that could not be delivered, 1000 at most")
                .register(meters);
        gauge("releve.task.lag", Reading::taskLag, "How late the most overdue task is")
                .tag("scheduler", "tasks")
                .baseUnit("seconds")
                .register(meters);
        gauge("releve.task.lag", Reading::deliveryLag, "How late the most overdue task is")
                .tag("scheduler", "mails")
                .baseUnit("seconds")
                .register(meters);
        gauge("releve.ready", this::ready, "1 if this instance takes requests and its database answers, else 0")
                .register(meters);
    }

    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Reading> value, String description) {
        return Gauge.builder(name, this, it -> value.applyAsDouble(it.readOnce()))
                .description(description);
    }

    private double ready(Reading reading) {
        return reading.answered() && availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC ? 1 : 0;
    }

    private synchronized Reading readOnce() {
        if (System.nanoTime() - lastRead >= ONE_SCRAPE) {
            last = read();
            lastRead = System.nanoTime();
        }
        return last;
    }

    /** Reads the database; without an answer the gauges have no value. */
    Reading read() {
        try {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            return jdbc.sql(READ)
                    .param("now", now)
                    .query((row, number) -> new Reading(
                            true,
                            secondsSince(row, "oldest_mail", now),
                            row.getInt("failed"),
                            secondsSince(row, "next_task", now),
                            secondsSince(row, "next_delivery", now)))
                    .single();
        } catch (DataAccessException unavailable) {
            return Reading.NONE;
        }
    }

    /** @return 0 if there is no such time, or it is still to come */
    private static double secondsSince(ResultSet row, String column, OffsetDateTime now) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? 0 : Math.max(0, Duration.between(time, now).toMillis() / 1000.0);
    }

    /** What one statement found; times are in seconds. */
    record Reading(boolean answered, double oldestMail, double failedMails, double taskLag, double deliveryLag) {

        static final Reading NONE = new Reading(false, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
