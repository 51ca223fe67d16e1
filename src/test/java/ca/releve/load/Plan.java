package ca.releve.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How PostgreSQL executed a statement.
 *
 * @param statement the text of the statement
 * @param nodes the nodes of the plan, from the top
 */
record Plan(String statement, List<JsonNode> nodes) {

    /** Tables with a row or more for each request, or for each thing that people do. */
    private static final Set<String> LARGE = Set.of(
            "replacement_request",
            "shift",
            "assignment",
            "time_entry",
            "adjustment",
            "history_entry",
            "security_event",
            "outgoing_mail");

    /** @param notice « duration: … plan: » and the plan as JSON */
    static Plan parse(String notice) {
        JsonNode whole = JsonMapper.shared().readTree(notice.substring(notice.indexOf('{')));
        List<JsonNode> nodes = new ArrayList<>();
        add(whole.get("Plan"), nodes);
        return new Plan(whole.get("Query Text").asString(), nodes);
    }

    private static void add(JsonNode node, List<JsonNode> nodes) {
        nodes.add(node);
        node.path("Plans").forEach(child -> add(child, nodes));
    }

    boolean isOfSession() {
        return statement.toLowerCase().contains("spring_session");
    }

    /** The large tables that are read from one end to the other. */
    List<String> fullScans() {
        return nodes.stream()
                .filter(node -> node.get("Node Type").asString().equals("Seq Scan"))
                .map(node -> node.get("Relation Name").asString())
                .filter(LARGE::contains)
                .toList();
    }

    /** The most rows that are put in order at once. */
    long sortedRows() {
        return nodes.stream()
                .filter(node -> node.get("Node Type").asString().endsWith("Sort"))
                .flatMap(sort -> sort.path("Plans").valueStream())
                .mapToLong(Plan::rows)
                .max()
                .orElse(0);
    }

    /** The most rows of a large table that one node reads, with those that it leaves out. */
    long readRows() {
        return nodes.stream()
                .filter(node -> LARGE.contains(node.path("Relation Name").asString("")))
                .mapToLong(node -> rows(node)
                        + node.path("Rows Removed by Filter").asLong(0)
                                * node.path("Actual Loops").asLong(1))
                .max()
                .orElse(0);
    }

    private static long rows(JsonNode node) {
        return Math.round(
                node.path("Actual Rows").asDouble(0) * node.path("Actual Loops").asLong(1));
    }
}
