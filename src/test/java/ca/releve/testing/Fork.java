package ca.releve.testing;

import java.nio.file.Path;

/** The JVM of these tests. Other forks run the other tests; each has its own database, mail server and browser. */
public final class Fork {

    /** The directory of all forks of a run. */
    public static final Path RUN = Path.of("target", "test-runs", System.getProperty("test.run", "ide"));

    /** The directory of this fork's log and findings. */
    public static final Path DIRECTORY = RUN.resolve("fork-" + System.getProperty("test.fork", "1"));

    private Fork() {}
}
