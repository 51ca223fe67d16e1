package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code src/docs/data-inventory.md} lists every column of the database, and no other (PRIV-04). */
@PortalTest
@Covers("PRIV-04")
class DataInventoryTests {

    private static final Path INVENTORY = Path.of("src/docs/data-inventory.md");
    private static final String NOT_PERSONAL = "Not personal: ";
    private static final int CELLS = 6;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyColumnIsListed() throws IOException {
        List<String> named = new ArrayList<>();
        read().forEach((table, entries) ->
                entries.forEach(entry -> entry.columns().forEach(column -> named.add(table + "." + column))));
        List<String> columns = columns();

        assertThat(named).doesNotHaveDuplicates();
        assertThat(columns.stream().filter(it -> !named.contains(it)))
                .as(
                        "to be added to %s, under the heading of the table: as a row if it says something of a person, "
                                + "else in the line « Not personal »",
                        INVENTORY)
                .isEmpty();
        assertThat(named.stream().filter(it -> !columns.contains(it)))
                .as("to be taken out of %s", INVENTORY)
                .isEmpty();
    }

    @Test
    void everyPersonalColumnHasPurposeReadersRetentionAndErasure() throws IOException {
        read().values().stream().flatMap(List::stream).filter(Entry::isPersonal).forEach(entry -> {
            assertThat(entry.cells()).as(entry.toString()).hasSize(CELLS).noneMatch(String::isBlank);
            assertThat(entry.cells().get(2))
                    .as("sensitivity of %s", entry.columns())
                    .matches("[123]");
        });
    }

    private List<String> columns() {
        return jdbc.sql("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        """).query(String.class).list();
    }

    private static Map<String, List<Entry>> read() throws IOException {
        Map<String, List<Entry>> inventory = new TreeMap<>();
        List<Entry> table = new ArrayList<>();
        for (String line : Files.readAllLines(INVENTORY)) {
            if (line.startsWith("## ")) {
                table = new ArrayList<>();
                inventory.put(line.substring("## ".length()), table);
            } else if (line.startsWith(NOT_PERSONAL)) {
                String names = line.substring(NOT_PERSONAL.length()).replaceAll("\\.$", "");
                table.add(new Entry(names.equals("none") ? List.of() : names(names), List.of()));
            } else if (line.startsWith("| ") && !line.startsWith("| column |")) {
                List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList();
                table.add(new Entry(names(cells.get(0)), cells));
            }
        }
        return inventory;
    }

    private static List<String> names(String list) {
        return List.of(list.split(", "));
    }

    private record Entry(List<String> columns, List<String> cells) {

        boolean isPersonal() {
            return !cells.isEmpty();
        }
    }
}
