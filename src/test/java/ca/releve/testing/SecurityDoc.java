package ca.releve.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code src/docs/security.md}. Tests take their numbers from it, so that the document and the code agree. */
public final class SecurityDoc {

    private static final Path DOCUMENT = Path.of("src/docs/security.md");

    private SecurityDoc() {}

    /** @param name of the number, as in the document's first table: {@code SIGN_IN_FREE_FAILURES} */
    public static int number(String name) {
        return Integer.parseInt(words(name).replaceAll("[^0-9]", ""));
    }

    /** @param name of the lifetime, as in the document's first table: {@code SESSION_IDLE} */
    public static Duration duration(String name) {
        String[] parts = words(name).split("\\s+");
        long amount = Long.parseLong(parts[0]);
        return switch (parts[1]) {
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "days" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException("Not a unit of the document: " + parts[1]);
        };
    }

    /** The numbers with their values, in the order of the document. */
    public static Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> row.get(0).matches("`[A-Z]+(_[A-Z]+)+`"))
                .forEach(row -> numbers.put(row.get(0).replace("`", ""), row.get(1)));
        return numbers;
    }

    /** The requirements, in the order of the document. */
    public static List<Requirement> requirements() {
        return rows().stream()
                .filter(row -> row.get(0).matches("[A-Z]+-\\d+"))
                .map(row -> new Requirement(row.get(0), Integer.parseInt(row.get(1)), row.get(3)))
                .toList();
    }

    private static String words(String name) {
        return Optional.ofNullable(numbers().get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " does not stand in " + DOCUMENT));
    }

    private static List<List<String>> rows() {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (String line : Files.readAllLines(DOCUMENT)) {
                if (line.startsWith("| ")) {
                    rows.add(Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList());
                }
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A row of the table of requirements.
     *
     * @param priority 1 before the first real user, 2 within the first quarter, 3 later
     * @param state the classes of its tests, or {@code out:} with the reason
     */
    public record Requirement(String id, int priority, String state) {

        public boolean isTested() {
            return !state.startsWith("out: ");
        }
    }
}
