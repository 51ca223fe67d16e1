package ca.releve.local;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the local portal: the machine's, except while demo data are written that happened earlier. */
class DemoClock extends Clock {

    private final Clock machine;
    private volatile Instant stopped;

    DemoClock(Clock machine) {
        this.machine = machine;
    }

    /** Does something as if it were then. */
    void at(Instant then, Runnable something) {
        stopped = then;
        try {
            something.run();
        } finally {
            stopped = null;
        }
    }

    @Override
    public Instant instant() {
        return stopped == null ? machine.instant() : stopped;
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
