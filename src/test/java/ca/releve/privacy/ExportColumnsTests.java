package ca.releve.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The export has every column that {@code src/docs/data-inventory.md} calls personal, or says why not (PRIV-06). */
@Covers("PRIV-06")
class ExportColumnsTests {

    private static final Path INVENTORY = Path.of("src/docs/data-inventory.md");

    @Test
    void everyPersonalColumnIsExportedOrWithheldForAReason() throws IOException {
        Set<String> exported = Stream.of(PersonKind.values())
                .flatMap(kind -> DataSections.of(kind).stream())
                .flatMap(section -> section.columnNames().stream().map(column -> section.table() + "." + column))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> withheld = DataSections.WITHHELD.keySet();
        Set<String> personal = personal();

        assertThat(personal.stream().filter(it -> !exported.contains(it) && !withheld.contains(it)))
                .as(
                        "to be added to DataSections: to a section of the people whom it is about, or with a reason to WITHHELD")
                .isEmpty();
        assertThat(withheld).as("withheld and personal").isSubsetOf(personal);
        assertThat(exported).doesNotContainAnyElementsOf(withheld);
    }

    private static Set<String> personal() throws IOException {
        Set<String> columns = new TreeSet<>();
        String table = "";
        for (String line : Files.readAllLines(INVENTORY)) {
            if (line.startsWith("## ")) {
                table = line.substring("## ".length());
            } else if (line.startsWith("| ") && !line.startsWith("| column |")) {
                String of = table;
                Arrays.stream(line.split("\\|")[1].strip().split(", ")).forEach(it -> columns.add(of + "." + it));
            }
        }
        assertThat(columns).hasSizeGreaterThan(150).contains("substitute.phone", "account.password_hash");
        return columns;
    }
}
