package ca.releve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Visitor.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What Prometheus would read from the management port at this moment. */
public record Scrape(List<String> lines) {

    public static Scrape of(int managementPort) {
        Page page = new Visitor(managementPort).get("/actuator/prometheus");
        assertThat(page.status()).isEqualTo(200);
        return new Scrape(
                page.body().lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** The names of the metrics, as rules use them. */
    public Set<String> names() {
        return lines.stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    }

    /** The sum of the series with this name and these tags; there must be one. */
    public double value(String name, String... tags) {
        List<String> series = lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(tags).allMatch(line::contains))
                .toList();
        assertThat(series).as(name + Arrays.toString(tags)).isNotEmpty();
        return series.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
