package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.BusyClients;
import ca.releve.testing.BusyClients.Busy;
import ca.releve.testing.Handlers;
import ca.releve.testing.Handlers.Handler;
import ca.releve.testing.PagePaths;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.Statements.Traffic;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each page of each role costs at most five statements and eight round trips to the database, those of its session, its account and
 * its menu included. An error page may cost more: an id or a link that nobody has is counted against the address and written to the
 * security log, each in a transaction of its own.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountsTests {

    static final int MOST_STATEMENTS = 5;
    private static final int MOST_ROUND_TRIPS = 8;

    private static final Path MATRIX = Path.of("src/test/resources/authorisation-matrix.csv");
    private static final List<String> PEOPLE = List.of("stranger", "manager", "dispatcher", "administrator");

    /** The page that follows the link of a staff member without a passkey; without that link it is an error page. */
    private static final String AFTER_A_LINK = "GET /compte/cle";

    @Autowired
    World world;

    @Autowired
    BusyClients busyClients;

    @Autowired
    Handlers handlers;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private Map<String, Visitor> people;
    private PagePaths paths;

    @BeforeAll
    void createData() {
        Busy busy = busyClients.make();
        Account manager = busy.client().account();
        Visitor asking = world.stranger();
        asking.get("/compte/creation");
        asking.press(
                "Créer un compte",
                Map.of(
                        "firstName",
                        "Ève",
                        "lastName",
                        "Roy",
                        "email",
                        world.email("inconnue").original(),
                        "password",
                        World.PASSWORD));
        world.givePasskey(manager, "Téléphone");
        world.substitute();
        world.jobFunction();
        people = Map.of(
                "stranger", world.stranger(),
                "manager", world.signedIn(manager),
                "dispatcher", world.signedIn(world.dispatcher()),
                "administrator", world.signedIn(world.administrator()));
        paths = new PagePaths(jdbc, busy.client().client().id());
        people.values().forEach(visitor -> visitor.get("/accessibilite"));
        // In the minute after the time of its last request was written, a session is only read.
        jdbc.sql("update spring_session set last_access_time = last_access_time + ?")
                .param(Duration.ofHours(1).toMillis())
                .update();
    }

    @Test
    void eachPageOfEachRoleCostsFewStatements() throws IOException {
        Set<String> answered = new TreeSet<>();
        List<String> costly = new ArrayList<>();
        List<Handler> pages = handlers.all().stream()
                .filter(it -> it.isGet() && !it.pattern().contains("{token}"))
                .toList();
        for (Handler page : pages) {
            for (String person : allowed(page)) {
                for (String path : paths.of(page)) {
                    Visitor visitor = people.get(person);
                    Traffic traffic = statements.trafficDuring(() -> visitor.get(path));
                    if (visitor.page().status() < 400) {
                        answered.add(page.toString());
                        if (isCostly(traffic)) {
                            costly.add(path + " as " + person + ": " + traffic);
                        }
                    }
                }
            }
        }
        assertThat(costly).isEmpty();
        assertThat(pages.stream().map(Handler::toString).filter(it -> !answered.contains(it)))
                .containsExactly(AFTER_A_LINK);
    }

    @Test
    void thePagesOfMailedLinksCostFewStatements() {
        String invited = world.knownManager().email();
        Visitor visitor = world.stranger();
        visitor.get("/compte/creation");
        visitor.press(
                "Créer un compte",
                Map.of("firstName", "Nadia", "lastName", "Benali", "email", invited, "password", World.PASSWORD));
        Account account = world.client().account();
        visitor.get("/compte/mot-de-passe-oublie");
        visitor.press("Recevoir un lien", Map.of("email", account.email()));

        for (String mailbox : List.of(invited, account.email())) {
            String path = world.mailTo(mailbox).path();
            Traffic traffic = statements.trafficDuring(() -> visitor.get(path));
            assertThat(visitor.page().status()).as(path).isEqualTo(200);
            assertThat(isCostly(traffic)).as("%s: %s", path, traffic).isFalse();
        }
    }

    /** The link is of one of two mailboxes, and asks for a change, an account and its user: seven statements, read once. */
    @Test
    void thePageOfAMailedChangeOfAddressCostsTwoStatementsMore() {
        Account moving = world.client().account();
        Visitor mover = world.signedIn(moving);
        mover.get("/mon-compte/courriel");
        mover.press(
                "Recevoir les liens", Map.of("email", world.email("nouvelle").original()));
        String path = world.mailTo(moving.email()).path();

        Traffic traffic = statements.trafficDuring(() -> mover.get(path));

        assertThat(mover.page().status()).isEqualTo(200);
        assertThat(traffic.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS + 2);
    }

    @Test
    void aSessionIsReadOnceAndNotWritten() {
        Traffic traffic = statements.trafficDuring(() -> people.get("manager").get("/remplacements"));

        assertThat(traffic.statements().stream()
                        .filter(it -> it.toLowerCase(Locale.ROOT).contains("spring_session")))
                .hasSize(1)
                .allMatch(it -> it.startsWith("SELECT"));
    }

    private static boolean isCostly(Traffic traffic) {
        return traffic.statements().size() > MOST_STATEMENTS || traffic.roundTrips() > MOST_ROUND_TRIPS;
    }

    private static List<String> allowed(Handler handler) throws IOException {
        String row = Files.readAllLines(MATRIX).stream()
                .filter(line -> line.startsWith(handler + ";"))
                .findFirst()
                .orElseThrow();
        return PEOPLE.stream()
                .filter(person -> row.split(";")[PEOPLE.indexOf(person) + 1].equals("open"))
                .toList();
    }
}
