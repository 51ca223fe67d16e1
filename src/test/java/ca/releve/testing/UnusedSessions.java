package ca.releve.testing;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes sessions idle for a time. Spring Session compares the time of the last request with the system clock, which
 * {@link TestClock} does not change, so this class moves the stored times back.
 */
public final class UnusedSessions {

    private UnusedSessions() {}

    public static void pass(Duration time, JdbcClient jdbc) {
        jdbc.sql("update spring_session set last_access_time = last_access_time - :ms, expiry_time = expiry_time - :ms")
                .param("ms", time.toMillis())
                .update();
    }
}
