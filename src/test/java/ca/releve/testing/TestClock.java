package ca.releve.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the tested portal: the system clock until a test sets it; {@link ResetWorld} resets it. */
public class TestClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stopped;

    /** Sets the time; the clock runs on from there. */
    public void set(Instant now) {
        ahead = Duration.between(machine.instant(), now);
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Stops the clock, so that nothing expires on a slow machine. */
    public void stop() {
        stopped = instant();
    }

    public void reset() {
        stopped = null;
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The portal's clock has no zone; zones are named where they matter");
    }

    @Override
    public Instant instant() {
        Instant then = stopped;
        return then == null ? machine.instant().plus(ahead) : then;
    }
}
