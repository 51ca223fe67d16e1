package ca.releve.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The log of the whole run, as a deployment would write it: each run begins a new one, however often logging is set up. */
public class RunLog extends FileAppender<ILoggingEvent> {

    public static final Path FILE = Path.of("target/test-run.log");

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Override
    public void start() {
        setFile(FILE.toString());
        setAppend(BEGUN.getAndSet(true));
        super.start();
    }
}
