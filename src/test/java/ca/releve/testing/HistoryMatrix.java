package ca.releve.testing;

import ca.releve.testing.Presses.Press;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** The history entries of each button (PRIV-01), as listed in {@code history-matrix.csv}. */
public final class HistoryMatrix {

    public static final Path FILE = Path.of("src/test/resources/history-matrix.csv");

    /** The buttons whose forms were accepted. */
    public static final String PRESSED = "pressed";

    /** The submissions that differ from their rows. */
    public static final String WRONG = "presses-with-another-history";

    private static final Pattern SECURITY_EVENT =
            Pattern.compile("ca\\.releve\\.security +: (\\w+) account=.* request=([0-9a-f]+)");

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private HistoryMatrix(List<String> lines) {
        lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Row::of)
                .forEach(row -> rows.put(row.handler(), row));
    }

    public static HistoryMatrix read() {
        try {
            return of(Files.readAllLines(FILE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static HistoryMatrix of(List<String> lines) {
        return new HistoryMatrix(lines);
    }

    static void lookAtTheEnd() {
        EndOfFork.look(PRESSED, () -> Presses.all().stream()
                .filter(Press::isDone)
                .map(Press::handler)
                .distinct()
                .toList());
        EndOfFork.look(WRONG, () -> read().wrong(Presses.all()));
    }

    /** The buttons that have a row. */
    public Set<String> handlers() {
        return rows.keySet();
    }

    /** The buttons that write something. */
    public List<String> writing() {
        return rows.values().stream()
                .filter(row -> !row.history().isEmpty())
                .map(Row::handler)
                .toList();
    }

    /** The differences between these submissions and their rows; another test reports buttons without a row. */
    public List<String> wrong(Collection<Press> pressed) throws IOException {
        Map<String, List<Entry>> entries = entries();
        Map<String, Set<String>> events = securityEvents();
        List<String> wrong = new ArrayList<>();
        byForm(pressed).forEach(presses -> {
            Row row = rows.get(presses.get(0).handler());
            List<Entry> written = presses.stream()
                    .flatMap(it -> entries.getOrDefault(it.number(), List.of()).stream())
                    .toList();
            Set<String> told = presses.stream()
                    .flatMap(it -> events.getOrDefault(it.number(), Set.of()).stream())
                    .collect(Collectors.toSet());
            wrong.addAll(row == null ? List.of() : row.problems(presses, written, told));
        });
        return wrong;
    }

    /** A form that was sent twice counts once. */
    private static Collection<List<Press>> byForm(Collection<Press> pressed) {
        return pressed.stream()
                .collect(Collectors.groupingBy(
                        it -> it.handler() + it.path() + (it.submissionId() == null ? it.number() : it.submissionId())))
                .values();
    }

    /** The entries of each request, without the portal's own about a shift that has ended: any verb may find one. */
    private static Map<String, List<Entry>> entries() {
        return TestDatabase.asOwner()
                .sql("""
                        select * from history_entry
                         where request_number is not null and (actor_kind <> 'SYSTEM' or event not in ('shift.worked', 'shift.unfilled'))
                         order by at, id
                        """)
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

    /** Read from the log: rows of the table may have been deleted, since tests move the clock by years. */
    private static Map<String, Set<String>> securityEvents() throws IOException {
        try (Stream<String> lines = Files.lines(RunLog.FILE)) {
            return lines.map(SECURITY_EVENT::matcher)
                    .filter(Matcher::find)
                    .collect(Collectors.groupingBy(
                            it -> it.group(2), Collectors.mapping(it -> it.group(1), Collectors.toSet())));
        }
    }

    private record Entry(String number, String event, UUID actor, UUID client, String reason) {}

    /** A row of the matrix, whose header explains the columns. */
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
