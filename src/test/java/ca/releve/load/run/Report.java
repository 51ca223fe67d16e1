package ca.releve.load.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** Writes {@code src/docs/performance.md}: the text of {@code load/performance.md} with the figures of this run. */
final class Report {

    private static final Path DOCUMENT = Path.of("src", "docs", "performance.md");
    private static final Path UNFINISHED = Path.of("target", "load", "performance.md");
    private static final Path MODEL = Path.of("/proc/cpuinfo");

    private final Map<String, Object> values = new LinkedHashMap<>();

    Report(int requests, int few) {
        values.put("requests", String.format(Locale.ROOT, "%,d", requests));
        values.put("few", String.format(Locale.ROOT, "%,d", few));
        values.put("date", LocalDate.now(ZoneOffset.UTC));
        values.put("machine", machine());
        values.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    void filled(DatabaseCost.Step fill) throws Exception {
        long begin = System.nanoTime();
        fill.run();
        values.put("fill", Math.round((System.nanoTime() - begin) / 6e10));
    }

    /** Says on the console what is done, for somebody who waits. */
    void progress(String done) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.MINUTES) + " " + done);
    }

    void database(String version) {
        values.put("postgres", version);
    }

    void starts(Starts starts) {
        progress("starts measured");
        values.put("jar", starts.text(starts.jar()));
        values.put("extracted", starts.text(starts.extracted()));
        values.put("bare-extracted", starts.text(starts.bareExtracted()));
        values.put("cached", starts.text(starts.cached()));
        values.put("bare-cached", starts.text(starts.bareCached()));
        values.put("start-ratio", number(starts.ofBare()));
    }

    void pages(List<PageFigures> pages) {
        progress("pages measured");
        List<String> speed = new ArrayList<>();
        List<String> cost = new ArrayList<>();
        for (PageFigures page : pages) {
            speed.add(row(
                    page.page().title,
                    whole(page.portal().rate().pagesPerSecond()),
                    number(page.ofBare()),
                    number(page.ofSameSize()),
                    number(page.portal().rate().p50()) + " / "
                            + number(page.portal().rate().p99()),
                    number(page.p99()),
                    number(page.growth())));
            cost.add(row(
                    page.page().title,
                    page.size().tags(),
                    whole(page.size().bytes()),
                    whole(page.size().gzipBytes()),
                    page.cost().statements() + " / " + page.cost().roundTrips(),
                    number(page.cost().millis()),
                    number(page.portal().jvmMillis()) + " + "
                            + number(page.portal().databaseMillis())));
        }
        PageFigures first = pages.get(0);
        values.put("bare", bare(first.bare(), first.bareCost()));
        values.put("speed", String.join("\n", speed));
        values.put("cost", String.join("\n", cost));
    }

    private static String bare(Load load, DatabaseCost cost) {
        return "%s pages a second, p50 %s ms, p99 %s ms, %s ms of the JVM and %s ms of the database a page, %s ms of it in statements"
                .formatted(
                        whole(load.rate().pagesPerSecond()),
                        number(load.rate().p50()),
                        number(load.rate().p99()),
                        number(load.jvmMillis()),
                        number(load.databaseMillis()),
                        number(cost.millis()));
    }

    void writes(List<WriteFigures> writes, Load bare) {
        progress("writes measured");
        values.put(
                "writes",
                String.join(
                        "\n",
                        writes.stream()
                                .map(write -> row(
                                        write.name(),
                                        write.requests(),
                                        number(write.wallMillis()),
                                        number(write.jvmMillis()) + " + " + number(write.databaseMillis()),
                                        number(write.inBarePages(bare)),
                                        write.cost().statements() + " / "
                                                + write.cost().roundTrips(),
                                        number(write.cost().millis())))
                                .toList()));
    }

    void memory(Memory memory) {
        progress("memory measured");
        values.put("small-heap", memory.smallHeap());
        values.put("large-heap", memory.largeHeap());
        values.put("bare-memory", memory.bare());
        values.put("heap-ratio", number(memory.ofLargeHeap()));
    }

    void instances(Optional<Double> ratio) {
        progress("instances measured");
        values.put("instances", ratio.map(it -> number(it) + " ×").orElse("not measured"));
    }

    void write(List<String> broken) throws IOException {
        values.put(
                "broken",
                broken.isEmpty()
                        ? "All budgets are kept."
                        : "These budgets are broken:\n\n- " + String.join("\n- ", broken));
        Files.writeString(DOCUMENT, text());
    }

    /** Keeps what was measured before a stage failed, outside of the documents. */
    void writeUnfinished() throws IOException {
        values.put("broken", "Unfinished: a stage failed.");
        Files.writeString(UNFINISHED, text().replaceAll("\\{\\{[a-z-]+}}", "not measured"));
    }

    private String text() throws IOException {
        String text = new ClassPathResource("load/performance.md").getContentAsString(StandardCharsets.UTF_8);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", String.valueOf(value.getValue()));
        }
        return text;
    }

    private static String machine() {
        String cores = Runtime.getRuntime().availableProcessors() + " cores";
        try {
            return Files.readAllLines(MODEL).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: ", "") + ", " + cores)
                    .findFirst()
                    .orElse(cores);
        } catch (IOException notLinux) {
            return System.getProperty("os.name") + ", " + cores;
        }
    }

    private static String row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        return row.toString();
    }

    private static String whole(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : "%.0f", figure);
    }
}
