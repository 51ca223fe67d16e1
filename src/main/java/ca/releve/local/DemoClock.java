package ca.releve.local;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The clock of the profile {@code local}: the system clock, except in a thread that creates demonstration data of the past. */
class DemoClock extends Clock {

    private final Clock machine;
    private final ThreadLocal<Instant> fixed = new ThreadLocal<>();

    DemoClock(Clock machine) {
        this.machine = machine;
    }

    /** Runs an action during which this thread reads a fixed time. */
    void at(Instant moment, Runnable action) {
        at(moment, () -> {
            action.run();
            return null;
        });
    }

    /** Calls a supplier during which this thread reads a fixed time. */
    <T> T at(Instant moment, Supplier<T> supplier) {
        fixed.set(moment);
        try {
            return supplier.get();
        } finally {
            fixed.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant moment = fixed.get();
        return moment == null ? machine.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The portal's clock has no zone; zones are named where they matter");
    }
}
