package ca.releve.load.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** The portal or the bare app in a JVM of its own. */
public final class App implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Process process;
    private final int port;
    private final Duration untilFirstPage;

    private App(Process process, int port, Duration untilFirstPage) {
        this.process = process;
        this.port = port;
        this.untilFirstPage = untilFirstPage;
    }

    /**
     * Starts a JVM and waits for the first page.
     *
     * @param page path of a page that needs no session
     */
    public static App start(List<String> command, int port, String page, Path log)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .atMost(TIME_TO_START)
                    .until(() -> answers(port, page) || !process.isAlive());
        } catch (ConditionTimeoutException tooLong) {
            process.destroyForcibly();
            throw tooLong;
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("No page at port " + port + ", see " + log);
        }
        return new App(process, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static boolean answers(int port, String page) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + page).toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    Duration untilFirstPage() {
        return untilFirstPage;
    }

    /** Processor time of the JVM, with its compiler and collector. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The resident memory in MiB; 0 where the system does not say. */
    long residentMebibytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** Ends the JVM at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the JVM to stop, as {@code kill -TERM} does, and does not wait for its end. */
    public void terminate() {
        process.destroy();
    }

    /** @return the exit status; empty if the JVM did not end in this time */
    public OptionalInt exit(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** Asks the JVM to stop and waits for its end, in which it may write a cache. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
