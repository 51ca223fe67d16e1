package ca.releve.local;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The clock of the local portal: the machine's, except while demo data are written that happened earlier. */
class DemoClock extends Clock {

    private final Clock machine;
    private final ThreadLocal<Instant> stopped = new ThreadLocal<>();

    DemoClock(Clock machine) {
        this.machine = machine;
    }

    /** Does something as if it were then; what goes on beside it stays in the present. */
    void at(Instant then, Runnable something) {
        at(then, () -> {
            something.run();
            return null;
        });
    }

    /** Makes something as if it were then. */
    <T> T at(Instant then, Supplier<T> something) {
        stopped.set(then);
        try {
            return something.get();
        } finally {
            stopped.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant then = stopped.get();
        return then == null ? machine.instant() : then;
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
