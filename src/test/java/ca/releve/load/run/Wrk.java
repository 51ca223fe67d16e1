package ca.releve.load.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that {@code wrk} asks for again and again.
 *
 * @param cookies of the session; empty for none
 */
record Wrk(String url, String cookies) {

    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0);

    /**
     * What one run gave.
     *
     * @param p50 median of the time of a page, in milliseconds
     * @param p99 99th percentile of it
     */
    record Rate(double pagesPerSecond, double p50, double p99) {}

    static void requireInstalled() {
        try {
            new ProcessBuilder("wrk", "-v")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException missing) {
            throw new IllegalStateException("The load run needs wrk: apt-get install wrk", missing);
        }
    }

    Rate run(int connections, Duration time) throws IOException, InterruptedException {
        return result(start(connections, time));
    }

    Process start(int connections, Duration time) throws IOException {
        return new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + time.toSeconds() + "s",
                        "--timeout",
                        "30s",
                        "--latency",
                        "-H",
                        "Cookie: " + cookies,
                        url)
                .redirectErrorStream(true)
                .start();
    }

    Rate result(Process started) throws IOException, InterruptedException {
        String output = output(started);
        double pages =
                Double.parseDouble(match(output, "Requests/sec:\\s+([\\d.]+)").group(1));
        if (pages == 0) {
            throw new IllegalStateException(url + " answered no request within the time of a round.");
        }
        return new Rate(
                pages,
                millis(match(output, "\\s50%\\s+([\\d.]+)(us|ms|s|m)")),
                millis(match(output, "\\s99%\\s+([\\d.]+)(us|ms|s|m)")));
    }

    /** What a run prints; pages with another status than 2xx and 3xx are a failure. */
    private String output(Process started) throws IOException, InterruptedException {
        String output = new String(started.getInputStream().readAllBytes());
        started.waitFor();
        if (output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException(url + " failed under load:\n" + output);
        }
        return output;
    }

    private static double millis(Matcher time) {
        return Double.parseDouble(time.group(1)) * MILLIS.get(time.group(2));
    }

    private static Matcher match(String output, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("wrk did not say " + pattern + ":\n" + output);
        }
        return found;
    }
}
