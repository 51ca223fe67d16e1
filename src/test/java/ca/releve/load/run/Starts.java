package ca.releve.load.run;

import ca.releve.load.run.Deployment.Form;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Seconds from the start of the JVM to the first page; 0 for a JVM without cache.
 *
 * @param jar the portal from the packaged jar
 */
record Starts(double jar, double extracted, double bareExtracted, double cached, double bareCached) {

    /** The most that the start of the portal may take, as a multiple of the bare app's. */
    static final double MOST = 1.4;

    private static final String HEAP = "512m";
    private static final int TIMES = Integer.getInteger("load.rounds", 3);

    static Starts measure(Deployment deployment, String database) throws Exception {
        boolean cache = Runtime.version().feature() >= Deployment.CACHE_SINCE_JAVA;
        if (cache) {
            train(deployment.portal(database, HEAP, Form.TRAINING));
            train(deployment.bare(HEAP, Form.TRAINING));
        }
        return new Starts(
                seconds(() -> deployment.portal(database, HEAP, Form.JAR)),
                seconds(() -> deployment.portal(database, HEAP, Form.EXTRACTED)),
                seconds(() -> deployment.bare(HEAP, Form.EXTRACTED)),
                cache ? seconds(() -> deployment.portal(database, HEAP, Form.CACHED)) : 0,
                cache ? seconds(() -> deployment.bare(HEAP, Form.CACHED)) : 0);
    }

    boolean isCacheMeasured() {
        return cached > 0;
    }

    double ofBare() {
        return isCacheMeasured() ? cached / bareCached : extracted / bareExtracted;
    }

    String text(double seconds) {
        return seconds == 0 ? "not measured" : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** The cache is written when the JVM ends. */
    private static void train(App app) {
        app.close();
    }

    private static double seconds(Start start) throws Exception {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            try (App app = start.run()) {
                times[i] = app.untilFirstPage().toMillis() / 1e3;
            }
        }
        return IntStream.range(0, TIMES).mapToDouble(i -> times[i]).sorted().toArray()[TIMES / 2];
    }

    private interface Start {
        App run() throws IOException, InterruptedException;
    }
}
