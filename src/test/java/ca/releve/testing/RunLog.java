package ca.releve.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The log of this fork, with all lines of a deployment, as text. It is new for each run, even if logging is set up repeatedly. */
public class RunLog extends FileAppender<ILoggingEvent> {

    public static final Path FILE = Fork.DIRECTORY.resolve("portal.log");

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Override
    public void start() {
        setFile(FILE.toString());
        setAppend(BEGUN.getAndSet(true));
        super.start();
    }
}
