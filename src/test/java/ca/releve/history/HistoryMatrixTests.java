package ca.releve.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Presses;
import ca.releve.testing.Presses.Press;
import ca.releve.testing.RunLog;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a pressed button leaves in the history (PRIV-01): {@code history-matrix.csv} says it of every button, and every button
 * that any test of the run pressed is held to it. Comes after them.
 */
@PortalTest
@Order(Integer.MAX_VALUE - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Covers("PRIV-01")
class HistoryMatrixTests {

    private static final Path MATRIX = Path.of("src/test/resources/history-matrix.csv");

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private static final Pattern SECURITY_EVENT =
            Pattern.compile("ca\\.releve\\.security +: (\\w+) account=.* request=([0-9a-f]+)");

    private final Map<String, Row> matrix = new LinkedHashMap<>();

    @BeforeAll
    void readTheMatrix() throws IOException {
        Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Row::of)
                .forEach(row -> matrix.put(row.handler(), row));
    }

    @Test
    void everyButtonHasARow() {
        assertThat(matrix.keySet())
                .as("what a button writes is said in %s, whose head says how", MATRIX)
                .containsExactlyInAnyOrderElementsOf(handlers.all().stream()
                        .filter(it -> !it.isGet())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void everyPressWroteWhatItsRowSays() throws IOException {
        world.signedIn(pressed().account());
        Map<String, List<Entry>> entries = entries();
        Map<String, Set<String>> events = securityEvents();
        List<String> wrong = new ArrayList<>();
        pressesByForm().forEach(presses -> {
            Row row = matrix.get(presses.get(0).handler());
            List<Entry> written = presses.stream()
                    .flatMap(it -> entries.getOrDefault(it.number(), List.of()).stream())
                    .toList();
            Set<String> told = presses.stream()
                    .flatMap(it -> events.getOrDefault(it.number(), Set.of()).stream())
                    .collect(Collectors.toSet());
            wrong.addAll(row == null ? List.of() : row.problems(presses, written, told));
        });
        assertThat(wrong).isEmpty();
    }

    /** Only a whole run presses all of them. */
    @Test
    void everyButtonWasPressed() {
        assumeTrue(System.getProperty("test") == null);
        Set<String> done =
                Presses.all().stream().filter(Press::isDone).map(Press::handler).collect(Collectors.toSet());
        assertThat(matrix.values().stream()
                        .filter(row -> !row.history().isEmpty())
                        .map(Row::handler)
                        .filter(handler -> !done.contains(handler)))
                .as("buttons that no test presses with success")
                .isEmpty();
    }

    @Test
    void aLineBelongsToTheTransactionOfItsChange() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            history.record(Actor.PORTAL, Subject.ofService(subject), "shift.worked", null);
            status.setRollbackOnly();
        });

        assertThat(history.ofSubject(subject)).isEmpty();
        assertThatThrownBy(() -> history.record(Actor.PORTAL, Subject.ofService(subject), "shift.worked", null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aLineSaysWhoDidItForWhichClientAndByWhichClick() {
        Pressed pressed = pressed();

        assertThat(history.ofPerson(List.of(), pressed.account().id()).by())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.event()).isEqualTo("client.created");
                    assertThat(entry.actor()).isEqualTo(world.actor(pressed.account()));
                    assertThat(entry.requestNumber()).isEqualTo(pressed.press().number());
                });
        UUID client = jdbc.sql("select client_id from history_entry where request_number = ?")
                .param(pressed.press().number())
                .query(UUID.class)
                .single();
        assertThat(history.ofClient(client)).hasSize(1);
    }

    /** An administratrice who has just added a client. */
    private Pressed pressed() {
        Account administrator = world.administrator();
        Visitor visitor = world.signedIn(administrator);
        visitor.get("/admin/clients/nouveau");
        visitor.press("Enregistrer", Map.of("name", "CPE " + UUID.randomUUID()));
        return new Pressed(
                administrator,
                Presses.all().stream()
                        .filter(it -> administrator.id().equals(it.account())
                                && it.handler().endsWith("/clients/nouveau"))
                        .findFirst()
                        .orElseThrow());
    }

    private record Pressed(Account account, Press press) {}

    /** A form that was sent twice is one press. */
    private static Collection<List<Press>> pressesByForm() {
        return Presses.all().stream()
                .collect(Collectors.groupingBy(
                        it -> it.handler() + it.path() + (it.submissionId() == null ? it.number() : it.submissionId())))
                .values();
    }

    private Map<String, List<Entry>> entries() {
        return jdbc
                .sql("select * from history_entry where request_number is not null order by at, id")
                .query((row, number) -> new Entry(
                        row.getString("request_number"),
                        row.getString("event"),
                        row.getObject("actor_id", UUID.class),
                        row.getObject("client_id", UUID.class),
                        row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Entry::number));
    }

    /** From the log: what stood in the table may be forgotten by now, since tests move the clock by years. */
    private static Map<String, Set<String>> securityEvents() throws IOException {
        try (Stream<String> lines = Files.lines(RunLog.FILE)) {
            return lines.map(SECURITY_EVENT::matcher)
                    .filter(Matcher::find)
                    .collect(Collectors.groupingBy(
                            it -> it.group(2), Collectors.mapping(it -> it.group(1), Collectors.toSet())));
        }
    }

    private record Entry(String number, String event, UUID actor, UUID client, String reason) {}

    /** A row of the matrix; its head says what the columns mean. */
    private record Row(String handler, String history, String about, Set<String> security) {

        static Row of(String line) {
            String[] cells = line.split(";", -1);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    Arrays.stream(cells[3].split(" "))
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.toSet()));
        }

        private static final Set<UUID> NOBODY = Collections.singleton(null);

        List<String> problems(List<Press> presses, List<Entry> written, Set<String> told) {
            String events = written.stream().map(Entry::event).collect(Collectors.joining(" "));
            boolean done = presses.stream().anyMatch(Press::isDone);
            List<String> problems = new ArrayList<>();
            if (!events.matches(done ? history : "")) {
                problems.add("wrote « " + events + " »");
            }
            boolean nothingToDo = written.isEmpty() && !history.isEmpty() && "".matches(history);
            if (done && !nothingToDo && !told.containsAll(security)) {
                problems.add("told of " + told);
            }
            Set<UUID> people =
                    new HashSet<>(presses.stream().map(Press::account).toList());
            for (Entry entry : written) {
                boolean byWhomeverIsSignedIn = people.contains(entry.actor());
                boolean byTheLink = people.equals(NOBODY) && entry.actor() != null;
                if (!byWhomeverIsSignedIn && !byTheLink) {
                    problems.add(entry.event() + " by " + entry.actor());
                }
                if (!about.contains("any") && about.contains("client") != (entry.client() != null)) {
                    problems.add(entry.event() + " of client " + entry.client());
                }
                if (about.contains("why") && entry.reason() == null) {
                    problems.add(entry.event() + " without why");
                }
            }
            return problems.stream()
                    .map(it -> handler + " answered "
                            + presses.stream().map(Press::status).toList() + ", " + it + ", at " + presses)
                    .toList();
        }
    }
}
