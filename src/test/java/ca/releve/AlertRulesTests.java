package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Scrape;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.yaml.snakeyaml.Yaml;

/** The rules that an operator gives to Prometheus fit the metrics of the portal and the document. */
@PortalTest
class AlertRulesTests {

    private static final Path RULES = Path.of("src/main/docker/alerts.yml");
    private static final Path DOCUMENT = Path.of("src/docs/operations.md");
    /** For promtool, which is no part of the build. */
    private static final Path SAMPLES = Path.of("src/test/resources/alerts-tests.yml");

    private static final Path DRILL = Path.of("src/main/docker/restore-drill.sh");

    /** Prometheus's own, and the one that the drill writes. */
    private static final Set<String> OF_OTHERS = Set.of("up", "releve_restore_drill_timestamp_seconds");

    /** A name that is no function, label or aggregation: those have no underscore or stand before a bracket. */
    private static final Pattern METRIC = Pattern.compile("\\b(up|[a-z]+(?:_[a-z]+)+)\\b(?!\\s*\\()");

    @Autowired
    World world;

    @Value("${local.management.port}")
    int port;

    @Test
    @Covers({"OPS-15", "MAIL-05"})
    void theRulesNameMetricsThatThePortalExposes() throws IOException {
        world.signedIn(world.client().account()).get("/remplacements");
        Set<String> exposed = Scrape.of(port).names();
        Set<String> named = new TreeSet<>();
        rules().forEach(rule -> METRIC.matcher(rule.get("expr").toString().replaceAll("\\{[^}]*}", ""))
                .results()
                .map(MatchResult::group)
                .forEach(named::add));

        assertThat(named)
                .contains("up", "releve_ready", "releve_mail_oldest_seconds", "hikaricp_connections_pending")
                .hasSizeGreaterThan(12);
        assertThat(named).filteredOn(it -> !OF_OTHERS.contains(it)).isSubsetOf(exposed);
        assertThat(Files.readString(DRILL)).contains("releve_restore_drill_timestamp_seconds");
    }

    /** A label that no series has makes a rule that never fires. */
    @Test
    @Covers("OPS-15")
    void theSeriesThatTheRulesPickExist() throws IOException {
        world.signedIn(world.client().account()).get("/remplacements");
        Scrape scrape = Scrape.of(port);
        Pattern picked = Pattern.compile("([a-z_]+)\\{(\\w+=\"[^\"]*\")}");
        List<MatchResult> found = rules().stream()
                .flatMap(rule -> picked.matcher(rule.get("expr").toString()).results())
                .filter(it -> !OF_OTHERS.contains(it.group(1)))
                .toList();

        assertThat(found).hasSizeGreaterThan(4).allSatisfy(it -> scrape.value(it.group(1), it.group(2)));
    }

    @Test
    @Covers("MAIL-05")
    void aMailThatWaitsForMoreThanFiveMinutesIsAnAlert() throws IOException {
        assertThat(rules()).anySatisfy(rule -> {
            assertThat(rule).containsEntry("alert", "OldestMailWaits");
            assertThat(rule).containsEntry("expr", "max(releve_mail_oldest_seconds) > 300");
        });
    }

    @Test
    @Covers("OPS-15")
    void eachAlertHasASectionThatSaysWhatToDoAndASampleThatRaisesIt() throws IOException {
        List<String> sections = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(sections)
                .containsAll(rules().stream()
                        .map(rule -> rule.get("alert").toString())
                        .toList());
        assertThat(rules()).allSatisfy(rule -> assertThat(rule).containsKeys("expr", "labels", "annotations"));
        String samples = Files.readString(SAMPLES);
        assertThat(rules()).allSatisfy(rule -> assertThat(samples).contains("alertname=\"" + rule.get("alert") + "\""));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(RULES));
        return file.get("groups").stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }
}
