package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.BusyClients;
import ca.releve.testing.BusyClients.Busy;
import ca.releve.testing.Covers;
import ca.releve.testing.Crawl;
import ca.releve.testing.Crawl.Form;
import ca.releve.testing.Handlers;
import ca.releve.testing.Handlers.Handler;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Tables;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.Walls;
import ca.releve.testing.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two clients with data of every kind. Everything that a manager of one client can request is requested by a manager of the other
 * client, and by a manager who is limited to another installation. Every text of the one client is a canary that no page of the
 * other may contain. New pages and columns are included without a change of this test.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoClientsTests {

    private static final Pattern CANARY = Pattern.compile("canary-([a-z_]+-[a-z_]+)-([0-9a-f]{12})");

    /** Columns with codes that the portal parses; they get no canary. */
    private static final Set<String> CODES =
            Set.of("request_number", "zone", "event", "password_hash", "language", "kind", "role", "status", "state");

    /** Columns that a manager must see of their own client: otherwise the canaries would prove nothing. */
    private static final Set<String> READ_BY_THEIR_OWN = Set.of(
            "client-name",
            "facility-name",
            "facility-instructions",
            "replacement_request-code",
            "replacement_request-notes",
            "replacement_request-decision_reason",
            "replacement_request-created_by_name",
            "time_entry-declared_note",
            "time_entry-returned_reason",
            "adjustment-note",
            "adjustment-by_name",
            "history_entry-actor_name",
            "history_entry-reason",
            "account-first_name",
            "account-email");

    private static final List<String> HOMES = List.of("/", "/approbation?statut=ALL");
    private static final int OF_EACH_SHAPE = 12;

    @Autowired
    World world;

    @Autowired
    BusyClients busyClients;

    @Autowired
    Handlers handlers;

    @Autowired
    JdbcClient jdbc;

    private final Tables tables = new Tables();

    private Busy mine;
    private Busy theirs;
    private Map<UUID, String> theirIds;
    private Set<UUID> idsOfTheOtherInstallation;
    private Set<String> planted;
    private Visitor limited;
    private Crawl theirCrawl;
    private Crawl myCrawl;
    private Crawl limitedCrawl;
    private Map<String, String> before;
    private Map<String, String> after;

    @BeforeAll
    void crawlThePagesOfBothClients() {
        mine = busyClients.make();
        theirs = busyClients.make();
        limited = world.signedIn(theirs.limited());
        theirIds = tables.idsOf(theirs.client().client().id());
        idsOfTheOtherInstallation = tables.idsOfFacility(theirs.other().id());
        planted = tables.plantCanaries(theirIds, CODES);

        before = tables.sums();
        theirCrawl = Crawl.of(theirs.manager(), HOMES, OF_EACH_SHAPE);
        myCrawl = Crawl.of(mine.manager(), HOMES, OF_EACH_SHAPE);
        limitedCrawl = Crawl.of(limited, HOMES, OF_EACH_SHAPE);
        after = tables.sums();
    }

    @Test
    @Covers("WEB-06")
    void readingEveryPageOfAClientChangesNothing() {
        assertThat(after).isEqualTo(before);
        assertThat(theirCrawl.pages()).hasSizeGreaterThan(60);
    }

    @Test
    @Covers({"WEB-05", "WEB-08", "WEB-17"})
    void everyPageHasTheSecurityHeadersAndShowsNoInternals() {
        Stream.of(theirCrawl, myCrawl, limitedCrawl)
                .flatMap(crawl -> crawl.pages().entrySet().stream())
                .forEach(visit -> {
                    assertThat(visit.getValue().status()).as(visit.getKey()).isLessThan(500);
                    Walls.stand(visit.getValue(), visit.getKey());
                    Walls.hideTheInside(visit.getValue(), visit.getKey());
                });
    }

    @Test
    @Covers({"ACC-04", "PRIV-03"})
    void noPageShowsDataOfAnotherClient() {
        List<String> searches = new ArrayList<>();
        for (String search : List.of("CANARY", "canary-", "CANARY-replacement_request-code")) {
            for (String path : List.of(
                    "/remplacements?texte=", "/remplacements?q=", "/approbation?texte=", "/remplacements?statut=")) {
                searches.add(path + search);
            }
        }
        Crawl asked = Crawl.of(mine.manager(), searches, searches.size());

        assertThat(heard(theirCrawl)).as("what their own manager reads").containsAll(READ_BY_THEIR_OWN);
        assertThat(planted).containsAll(READ_BY_THEIR_OWN);
        assertThat(heard(myCrawl)).isEmpty();
        assertThat(heard(asked)).isEmpty();
        Stream.of(myCrawl, asked)
                .flatMap(crawl -> crawl.pages().entrySet().stream())
                .forEach(visit -> assertThat(idsIn(visit.getValue().body()))
                        .as(visit.getKey())
                        .doesNotContainAnyElementsOf(theirIds.keySet()));
    }

    @Test
    @Covers("ACC-04")
    void aSearchForDataOfAnotherClientFindsNothing() {
        String canary = "CANARY-replacement_request-code";
        String nothing = "ZEBRAS-replacement_request-code";
        assertThat(theirs.manager().get("/remplacements?texte=canary").text())
                .contains("CANARY-replacement_request-code");

        assertThat(answer(mine.manager().get("/remplacements?texte=" + canary)).replace(canary, nothing))
                .isEqualTo(answer(mine.manager().get("/remplacements?texte=" + nothing)));
    }

    @Test
    @Covers({"ACC-01", "ACC-04"})
    void noPageShowsAnInstallationOutsideTheManagersScope() {
        assertThat(limitedCrawl.pages()).hasSizeGreaterThan(30);
        limitedCrawl.pages().forEach((path, page) -> {
            assertThat(heardOf(idsOfTheOtherInstallation, page)).as(path).isEmpty();
            assertThat(idsIn(page.body())).as(path).doesNotContainAnyElementsOf(idsOfTheOtherInstallation);
        });
        assertThat(heard(limitedCrawl)).as("what is hers").contains("facility-name", "replacement_request-code");
    }

    @Test
    @Covers({"ACC-03", "ACC-12"})
    void idsOfAnotherClientAreAnsweredLikeUnknownIds() {
        replay(mine.manager(), theirIds.keySet());
    }

    @Test
    @Covers({"ACC-03", "ACC-12"})
    void idsOfAnInstallationOutsideTheScopeAreAnsweredLikeUnknownIds() {
        replay(limited, idsOfTheOtherInstallation);
    }

    @Test
    @Covers({"ACC-04", "PRIV-03"})
    void noMailContainsDataOfAnotherClient() {
        List<String> mails = jdbc.sql("select subject || body || recipient_name from outgoing_mail where recipient = ?")
                .param(mine.client().account().email())
                .query(String.class)
                .list();
        Set<String> names = jdbc.sql("select code from replacement_request where client_id = ?")
                .param(theirs.client().client().id())
                .query(String.class)
                .set();

        assertThat(mails).as("mine are there").isNotEmpty().allSatisfy(mail -> assertThat(mail)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain(names)
                .doesNotContain(theirIds.keySet().stream().map(UUID::toString).toList()));
    }

    /** Requests every path of the other client with one of these ids, and again with a random id. */
    private void replay(Visitor me, Set<UUID> foreign) {
        Map<String, String> rows = tables.sums();
        Map<String, String> different = new LinkedHashMap<>();
        int asked = 0;
        List<String> paths = new ArrayList<>(theirCrawl.pages().keySet());
        for (Handler handler : handlers.all()) {
            if (handler.isGet() && isForManagers(handler)) {
                paths.addAll(filled(handler, foreign));
            }
        }
        for (String path : new LinkedHashSet<>(paths)) {
            if (holds(path, foreign)) {
                asked++;
                Page known = me.get(path);
                assertThat(heardOf(foreign, known)).as(path).isEmpty();
                compare("GET " + path, known, me.get(random(path, foreign)), different);
            }
        }
        String token =
                me.get("/accessibilite").html().select("input[name=_csrf]").val();
        Set<String> forms = new TreeSet<>();
        for (Form form : theirCrawl.forms()) {
            // Signing out would end the session of the comparison.
            boolean endsMySession = form.action().matches("/deconnexion|/mon-compte/sessions/fin");
            if (!endsMySession
                    && holds(form.action() + form.all(), foreign)
                    && forms.add(form.action() + form.all().keySet())) {
                asked++;
                Map<UUID, UUID> others = new HashMap<>();
                Page known = me.postRaw(form.action(), guarded(form.all(), token));
                compare(
                        form.toString(),
                        known,
                        me.postRaw(
                                random(form.action(), foreign, others),
                                random(guarded(form.all(), token), foreign, others)),
                        different);
            }
        }
        for (Handler handler : handlers.all()) {
            if (!handler.isGet() && isForManagers(handler)) {
                for (String path : filled(handler, foreign)) {
                    if (holds(path, foreign)) {
                        asked++;
                        Map<String, List<String>> guards = Map.of("version", List.of("0"));
                        compare(
                                "POST " + path,
                                me.postRaw(path, guarded(guards, token)),
                                me.postRaw(random(path, foreign), guarded(guards, token)),
                                different);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(asked).isGreaterThan(100);
        assertThat(tables.sums()).isEqualTo(rows);
    }

    private static void compare(String what, Page known, Page random, Map<String, String> different) {
        // 422 if a field has the id. With another status, such as 403 for an expired token, all answers would be alike.
        boolean unknown = known.status() == 404 || known.status() == 422;
        if (!answer(known).equals(answer(random)) || !unknown) {
            different.put(
                    what,
                    answer(known).lines().limit(1).toList() + " but "
                            + answer(random).lines().limit(1).toList() + known.text() + random.text());
        }
    }

    /** Status, redirect and body, without ids and tokens, which differ. */
    private static String answer(Page page) {
        return Crawl.ID
                .matcher(page.status() + " " + page.location().orElse("") + "\n" + page.html())
                .replaceAll("#")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1");
    }

    private static Set<String> heard(Crawl crawl) {
        return crawl.pages().values().stream()
                .flatMap(TwoClientsTests::canaries)
                .map(canary -> canary.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The canaries of these rows that a page contains. */
    private static Set<String> heardOf(Set<UUID> rows, Page page) {
        Set<String> ends = rows.stream().map(id -> id.toString().substring(24)).collect(Collectors.toSet());
        return canaries(page)
                .filter(canary -> ends.contains(canary.group(2)))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> canaries(Page page) {
        return CANARY.matcher(page.body().toLowerCase(Locale.ROOT)).results();
    }

    private static boolean isForManagers(Handler handler) {
        return handler.pattern().startsWith("/remplacements")
                || handler.pattern().startsWith("/approbation");
    }

    /** The path with every id in every place, whether or not its table fits. */
    private List<String> filled(Handler handler, Set<UUID> ids) {
        Set<String> tablesTaken = new TreeSet<>();
        List<String> paths = new ArrayList<>();
        for (UUID id : ids) {
            String table = theirIds.get(id);
            if (handler.pattern().contains("{") && tablesTaken.add(table)) {
                if (handler.pattern().indexOf('{') == handler.pattern().lastIndexOf('{')) {
                    paths.add(handler.pattern().replaceAll("\\{[^}]+}", id.toString()));
                } else if (table.equals("shift")) {
                    paths.add(handler.pattern()
                            .replace("{shiftId}", id.toString())
                            .replaceAll("\\{[^}]+}", requestOf(id).toString()));
                }
            }
        }
        return paths;
    }

    private UUID requestOf(UUID shift) {
        return jdbc.sql("select request_id from shift where id = ?")
                .param(shift)
                .query(UUID.class)
                .single();
    }

    private static boolean holds(String text, Collection<UUID> ids) {
        return idsIn(text).stream().anyMatch(ids::contains);
    }

    private static Set<UUID> idsIn(String text) {
        return Crawl.ID
                .matcher(text)
                .results()
                .map(it -> UUID.fromString(it.group()))
                .collect(Collectors.toSet());
    }

    private static String random(String text, Set<UUID> foreign) {
        return random(text, foreign, new HashMap<>());
    }

    /** The path with a random id in the place of each of these ids. */
    private static String random(String text, Set<UUID> foreign, Map<UUID, UUID> others) {
        return Crawl.ID.matcher(text).replaceAll(found -> {
            UUID id = UUID.fromString(found.group());
            return foreign.contains(id)
                    ? others.computeIfAbsent(id, known -> UUID.randomUUID()).toString()
                    : found.group();
        });
    }

    private static Map<String, List<String>> random(
            Map<String, List<String>> fields, Set<UUID> foreign, Map<UUID, UUID> others) {
        Map<String, List<String>> random = new LinkedHashMap<>();
        fields.forEach((name, values) -> random.put(
                name,
                values.stream().map(value -> random(value, foreign, others)).toList()));
        return random;
    }

    /** The fields with the user's own token and a new submission id. */
    private static Map<String, List<String>> guarded(Map<String, List<String>> fields, String token) {
        Map<String, List<String>> guarded = new LinkedHashMap<>(fields);
        guarded.put("_csrf", List.of(token));
        guarded.put("submissionId", List.of(UUID.randomUUID().toString()));
        return guarded;
    }
}
