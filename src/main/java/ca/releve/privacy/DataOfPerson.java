package ca.releve.privacy;

import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts and exports the rows that are about one person, each with one statement. */
@Component
class DataOfPerson {

    /** Rows of a section that are counted one by one. */
    static final int MOST_COUNTED = 1_000;

    /** Rows of a section in an export; a member of the staff may have acted hundreds of thousands of times. */
    private static final int MOST_EXPORTED = 20_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DataOfPerson(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The sections that have rows, in their order. */
    List<DataRow> count(PersonPage person) {
        List<DataSection> sections = DataSections.of(person.kind());
        return statement("select " + list(sections.stream().map(it -> it.asCount(MOST_COUNTED)), "count"), person)
                .query((row, number) -> {
                    List<DataRow> counted = new ArrayList<>();
                    for (int i = 0; i < sections.size(); i++) {
                        counted.add(DataRow.of(sections.get(i), row.getInt(i + 1)));
                    }
                    return counted;
                })
                .single()
                .stream()
                .filter(it -> it.rows() > 0)
                .toList();
    }

    /** Everything about the person as JSON, by section; empty sections too, which say that nothing is kept. */
    byte[] export(PersonPage person) {
        List<DataSection> sections = DataSections.of(person.kind());
        ObjectNode file = json.createObjectNode();
        file.put("name", person.name());
        file.put("kind", person.kind().name().toLowerCase(Locale.ROOT));
        file.put("exportedAt", clock.instant().toString());
        ObjectNode data = file.putObject("data");
        ArrayNode cut = file.putArray("cut");
        statement("select " + list(sections.stream().map(it -> it.asJson(MOST_EXPORTED)), "rows"), person)
                .query((row, number) -> {
                    for (int i = 0; i < sections.size(); i++) {
                        JsonNode rows = json.readTree(row.getString(i + 1));
                        data.set(sections.get(i).name(), rows);
                        if (rows.size() >= MOST_EXPORTED) {
                            cut.add(sections.get(i).name());
                        }
                    }
                    return data;
                })
                .single();
        ObjectNode withheld = file.putObject("withheld");
        DataSections.WITHHELD.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> withheld.put(it.getKey(), it.getValue()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private JdbcClient.StatementSpec statement(String sql, PersonPage person) {
        return jdbc.sql(sql)
                .param("person", person.id())
                .param("account", person.record().accountId(), Types.OTHER);
    }

    private static String list(Stream<String> expressions, String name) {
        List<String> all = expressions.toList();
        String[] named = new String[all.size()];
        Arrays.setAll(named, i -> all.get(i) + " as " + name + i);
        return Arrays.stream(named).collect(Collectors.joining(",\n"));
    }
}
