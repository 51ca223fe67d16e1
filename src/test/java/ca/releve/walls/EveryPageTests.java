package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.testing.Addresses;
import ca.releve.testing.BusyClients;
import ca.releve.testing.BusyClients.Busy;
import ca.releve.testing.Covers;
import ca.releve.testing.Crawl;
import ca.releve.testing.Crawl.Form;
import ca.releve.testing.Handlers;
import ca.releve.testing.Handlers.Handler;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Tables;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.Walls;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page and every form of the portal, as an administratrice, a manager and a stranger find them: reading changes nothing,
 * and forms take what they ask for and nothing else, however absurd. What is added later is found by following links and by the
 * handlers' own list.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final String MARK = "Marquequipassepartout";
    private static final UUID MARKED_ID = UUID.fromString("0badcafe-0bad-4bad-8bad-0badcafebabe");

    /** Nothing; line ends, right-to-left marks, emoji, markup, formulas, templates; far too much; too large a number. */
    private static final List<String> ABSURD = List.of(
            "",
            "=1+1\r\nSubject: x\u202E\uFFFF🙂<script>alert(1)</script>${7*7}__${7*7}__'\"--",
            "🙂é".repeat(4_000),
            "99999999999999999999");

    /** What is not typed is chosen. */
    private static final List<String> NOT_ON_THE_LIST = List.of("x\u202E");

    /** Pages of what only its owner has and cannot be made here: their own tests see them. */
    private static final Set<String> NOT_REACHED = Set.of(
            "GET /compte/changement-de-courriel/suite/{outcome}",
            "GET /mon-compte/cles/{id}/nom",
            "GET /mon-compte/cles/{id}/retrait");

    @Autowired
    World world;

    @Autowired
    BusyClients busyClients;

    @Autowired
    Handlers handlers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private final Tables tables = new Tables();
    private final Map<String, Visitor> people = new LinkedHashMap<>();
    private final Map<String, Crawl> crawls = new LinkedHashMap<>();
    private final Set<String> spared = new TreeSet<>();
    private Map<String, String> before;
    private Map<String, String> after;
    private Set<String> unreached;

    @BeforeAll
    void everybodyLooksAtEverything() {
        Busy busy = busyClients.make();
        Account staff = world.dispatcher();
        String unknown = world.email("inconnue").original();
        Visitor asking = world.stranger();
        asking.get("/compte/creation");
        asking.press(
                "Créer un compte",
                Map.of("firstName", "Ève", "lastName", "Roy", "email", unknown, "password", World.PASSWORD));
        Map<UUID, String> ids = new LinkedHashMap<>();
        for (Map.Entry<UUID, String> id :
                tables.idsOf(busy.client().client().id()).entrySet()) {
            if (!id.getValue().matches("history_entry|adjustment|assignment|shift")) {
                ids.put(id.getKey(), id.getValue());
            }
        }
        ids.put(staff.id(), "account");
        ids.put(staff.staffMemberId(), "staff_member");
        ids.put(world.substitute().id(), "substitute");
        ids.put(world.jobFunction().id(), "job_function");
        ids.put(world.ageGroup().id(), "age_group");
        ids.put(world.taskType().id(), "task_type");
        one("select id from access_request where email_canonical = ?", unknown)
                .ifPresent(id -> ids.put(id, "access_request"));
        one(
                        "select id from outgoing_mail where recipient = ? limit 1",
                        busy.client().account().email())
                .ifPresent(id -> ids.put(id, "outgoing_mail"));
        Map<UUID, UUID> shifts = new LinkedHashMap<>();
        jdbc.sql("select id, request_id from shift where client_id = ?")
                .param(busy.client().client().id())
                .query((row, number) ->
                        shifts.put(row.getObject("id", UUID.class), row.getObject("request_id", UUID.class)))
                .list();
        // Whoever looks at pages beside the administratrice is not to be closed down by her: she has another client for
        // it.
        Map<UUID, String> idsForStaff = new LinkedHashMap<>(ids);
        tables.idsOf(busy.client().client().id()).forEach((id, table) -> {
            if (table.matches("client|client_manager|account|facility")) {
                spared.add(id.toString());
                idsForStaff.remove(id);
            }
        });
        idsForStaff.putAll(tables.idsOf(world.client().client().id()));
        Addresses addresses = new Addresses(ids, shifts);
        Addresses addressesForStaff = new Addresses(idsForStaff, shifts);
        people.put("manager", busy.manager());
        people.put("stranger", world.stranger());
        people.put("administrator", world.signedIn(world.administrator()));

        before = tables.sums();
        unreached = new TreeSet<>();
        Map<String, List<String>> reached = new LinkedHashMap<>();
        people.keySet().forEach(person -> reached.put(person, new ArrayList<>(List.of("/"))));
        for (Handler handler : handlers.all()) {
            if (handler.isGet()) {
                String person = handler.pattern().startsWith("/admin")
                        ? "administrator"
                        : handler.pattern().startsWith("/compte") ? "stranger" : "manager";
                Addresses known = person.equals("administrator") ? addressesForStaff : addresses;
                Optional<String> there = known.of(handler).stream()
                        .filter(path -> people.get(person).get(path).status() != 404)
                        .findFirst();
                there.ifPresentOrElse(reached.get(person)::add, () -> unreached.add(handler.toString()));
            }
        }
        reached.get("stranger").addAll(List.of("/connexion", "/confidentialite", "/accessibilite"));
        people.forEach((person, visitor) -> crawls.put(person, Crawl.of(visitor, reached.get(person), 2)));
        after = tables.sums();
    }

    @Test
    @Covers("WEB-06")
    void readingEveryPageChangesNothing() {
        assertThat(after).isEqualTo(before);
        assertThat(unreached).as("pages that nobody got to see").isEqualTo(NOT_REACHED);
    }

    @Test
    @Covers({"WEB-05", "WEB-08", "WEB-17"})
    void everyPageCarriesTheWallsAndHidesTheInside() {
        crawls.forEach((person, crawl) -> crawl.pages().forEach((path, page) -> {
            String as = path + " as " + person;
            assertThat(page.status()).as(as).isLessThan(500);
            Walls.stand(page, as);
            Walls.hideTheInside(page, as);
        }));
    }

    @Test
    @Covers("WEB-18")
    void noFormIsLongerThanARequestMayBe() {
        int most = SecurityDoc.number("REQUEST_PARAMETERS");
        forms().forEach((form, person) -> assertThat(
                        form.all().values().stream().mapToInt(List::size).sum())
                .as(form.toString())
                .isLessThan(most / 2));
    }

    @Test
    @Covers({"ACC-08", "INT-03", "AUTH-03"})
    void aFormTakesWhatItAsksForAndNothingElse() {
        Map<String, Class<?>> properties = propertiesOfEntities();
        long administrators = administrators();
        List<String> strange = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        forms().forEach((form, person) -> {
            // In two halves: together they would be more than a request may hold.
            for (boolean ofAnEntity : List.of(true, false)) {
                Map<String, List<String>> fields = typed(again(form, people.get(person)));
                fields.put("_csrf", List.of(token(people.get(person))));
                form.all().keySet().forEach(name -> fields.put(name + "[9999].id", List.of(MARK)));
                properties.forEach((name, type) -> {
                    if (name.contains(".") == ofAnEntity) {
                        fields.putIfAbsent(name, List.of(marked(type)));
                    }
                });
                Page answer = people.get(person).postRaw(form.action(), fields);
                if (answer.status() == 303) {
                    taken.add(form.shape());
                } else if (!expected(form, answer)) {
                    strange.add(form + ": " + answer);
                }
            }
        });

        assertThat(strange).isEmpty();
        assertThat(taken).as("forms that took what was typed").hasSizeGreaterThan(forms().size() / 4);
        assertThat(tables.holding(MARK)).isEmpty();
        assertThat(tables.holding(MARKED_ID.toString())).isEmpty();
        assertThat(tables.holding("2001-01-01")).isEmpty();
        assertThat(administrators()).isEqualTo(administrators);
    }

    @Test
    @Covers({"ACC-08", "INT-03"})
    void nothingAbsurdBreaksAFormAndEveryProblemIsLinked() {
        List<String> strange = new ArrayList<>();
        Set<String> read = new TreeSet<>();
        forms().forEach((form, person) -> {
            Visitor visitor = people.get(person);
            Map<String, List<String>> shown = form.all();
            for (String field : form.all().keySet()) {
                for (String absurd : absurd(form, field)) {
                    Map<String, List<String>> fields = typed(shown);
                    fields.put("_csrf", List.of(token(visitor)));
                    // A password is nobody's but of its field: no secret is looked for that stands in a name as well.
                    boolean secret = field.contains("assword") && !absurd.isEmpty();
                    fields.put(field, List.of(secret ? absurd + " secret" : absurd));
                    Page answer = visitor.postRaw(form.action(), fields);
                    if (answer.status() == 303) {
                        shown = again(form, visitor);
                    }
                    if (answer.status() == 303 || answer.status() == 422) {
                        read.add(form.shape());
                    }
                    String as = form + " with " + field + "=" + absurd.substring(0, Math.min(20, absurd.length()));
                    if (!expected(form, answer)) {
                        strange.add(as + ": " + answer);
                    }
                    answer.html().select("[data-problems] a").eachAttr("href").forEach(link -> {
                        if (answer.html().getElementById(link.substring(1)) == null) {
                            strange.add(as + ": the problem leads nowhere, " + link);
                        }
                    });
                }
            }
        });
        assertThat(strange).isEmpty();
        assertThat(read).as("forms that were read").hasSizeGreaterThan(forms().size() / 2);
    }

    @Test
    @Covers("ACC-08")
    void nothingAbsurdBreaksASearch() {
        List<String> strange = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        crawls.forEach((person, crawl) -> crawl.searches()
                .forEach((action, names) -> names.forEach(name -> {
                    for (String absurd : ABSURD) {
                        String path = action + "?" + name + "="
                                + URLEncoder.encode(
                                        absurd.substring(0, Math.min(500, absurd.length())), StandardCharsets.UTF_8);
                        Page answer = people.get(person).get(path);
                        if (answer.status() >= 500) {
                            strange.add(path + " as " + person + ": " + answer.status());
                        }
                        Walls.stand(answer, path);
                        asked.add(action);
                    }
                })));
        assertThat(strange).isEmpty();
        assertThat(asked).contains("/remplacements", "/approbation", "/admin/securite");
    }

    @Test
    @Covers("ACC-13")
    void whatTheStaffDoesForAClientNamesTheClientAndIsSignedByTheStaff() {
        SomeClient client = world.client();
        ReplacementRequest request = world.sentRequest(client, world.shift(java.time.Duration.ofDays(2), 8));
        Account dispatcher = world.dispatcher();
        Visitor visitor = world.signedIn(dispatcher);

        for (String page : List.of("", "/annulation", "/refus", "/precision", "/affectation")) {
            assertThat(visitor.get("/admin/demandes/" + request.id() + page).text())
                    .as(page)
                    .contains(client.client().name());
        }
        visitor.get("/admin/demandes/" + request.id() + "/annulation");
        visitor.press("Annuler la demande", Map.of("explanation", "Mme Tremblay a téléphoné."));

        assertThat(jdbc.sql(
                                "select actor_id, client_id from history_entry where request_id = ? and actor_kind = 'STAFF'")
                        .param(request.id())
                        .query((row, number) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        .list())
                .containsExactly(List.of(dispatcher.id(), client.client().id()));
    }

    /** 303 if it was taken, the form again with what is wrong, or a no. */
    private static boolean expected(Form form, Page answer) {
        return switch (answer.status()) {
            case 303 -> answer.location().orElse("").startsWith("/");
            case 422 -> !answer.problems().isEmpty();
            // A schedule is looked at before it is sent.
            case 200 -> form.action().endsWith("/apercu");
            case 404, 409 -> true;
            // Spring Security redirects with 302: its sign-in, and the factor that is asked for again.
            case 302 ->
                answer.location().orElse("").startsWith("/connexion/confirmation")
                        || form.action().startsWith("/connexion");
            default -> false;
        };
    }

    /** Of her session as it is now: a form that was taken may have begun another. */
    private static String token(Visitor visitor) {
        String token =
                visitor.get("/accessibilite").html().select("input[name=_csrf]").val();
        return token.isEmpty()
                ? visitor.get("/connexion").html().select("input[name=_csrf]").val()
                : token;
    }

    private static List<String> absurd(Form form, String field) {
        if (field.equals("_csrf")) {
            return List.of();
        }
        return form.element()
                        .select("textarea[name=" + field + "], input[type=text][name=" + field
                                + "], input[type=email][name=" + field + "], input[type=password][name=" + field + "]")
                        .isEmpty()
                ? NOT_ON_THE_LIST
                : ABSURD;
    }

    /** What the form holds when it is opened once more; what it held if it is gone. */
    private static Map<String, List<String>> again(Form form, Visitor visitor) {
        return Crawl.forms(form.page(), visitor.get(form.page())).stream()
                .filter(it -> it.action().equals(form.action()) && it.shape().equals(form.shape()))
                .findFirst()
                .orElse(form)
                .all();
    }

    /** One form of each shape, and who found it; nobody ends her own session or the manager's. */
    private Map<Form, String> forms() {
        Map<String, Form> byShape = new TreeMap<>();
        Map<Form, String> forms = new LinkedHashMap<>();
        crawls.forEach((person, crawl) -> crawl.forms().forEach(form -> {
            boolean endsSomebodysDay = form.action().matches("/deconnexion|/mon-compte/sessions.*")
                    || person.equals("administrator") && spared.stream().anyMatch(form.action()::contains);
            if (!endsSomebodysDay && byShape.putIfAbsent(form.shape(), form) == null) {
                forms.put(form, person);
            }
        }));
        return forms;
    }

    /** The form as somebody would fill it in. */
    private Map<String, List<String>> typed(Map<String, List<String>> shown) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        shown.forEach((name, values) ->
                typed.put(name, values.size() == 1 && values.get(0).isBlank() ? List.of(plausible(name)) : values));
        typed.computeIfPresent(
                "submissionId", (name, used) -> List.of(UUID.randomUUID().toString()));
        return typed;
    }

    private String plausible(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("email")) {
            return world.email("essai").original();
        }
        if (lower.contains("password")) {
            return World.PASSWORD;
        }
        if (lower.matches(".*(time|starts?|ends?|from|to)$") && !lower.contains("date")) {
            return "08:30";
        }
        if (lower.matches(".*(date|day|week|du|au).*")) {
            return LocalDate.now(java.time.ZoneId.of("America/Toronto"))
                    .plusDays(40)
                    .toString();
        }
        if (lower.matches(".*(minutes|break|position).*")) {
            return "30";
        }
        if (lower.contains("adjustment")) {
            return "0,25";
        }
        if (lower.contains("postal")) {
            return "G1R 2B5";
        }
        return "Essai " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Map<String, Class<?>> propertiesOfEntities() {
        Map<String, Class<?>> properties = new TreeMap<>();
        entities.getMetamodel().getEntities().forEach(entity -> entity.getAttributes()
                .forEach(attribute -> {
                    properties.put(attribute.getName(), attribute.getJavaType());
                    properties.put(
                            decapitalized(entity.getName()) + "." + attribute.getName(), attribute.getJavaType());
                }));
        assertThat(properties.keySet())
                .contains(
                        "id",
                        "clientId",
                        "role",
                        "state",
                        "status",
                        "client.active",
                        "account.passwordHash",
                        "adjustedMinutes");
        return properties;
    }

    private static String marked(Class<?> type) {
        if (type == UUID.class) {
            return MARKED_ID.toString();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1].toString();
        }
        if (type == String.class) {
            return MARK;
        }
        if (type == java.time.Instant.class) {
            return "2001-01-01T00:00:00Z";
        }
        return type == boolean.class || type == Boolean.class ? "true" : "777";
    }

    private static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private long administrators() {
        return jdbc.sql("select count(*) from staff_member where role = 'ADMINISTRATOR' and active")
                .query(Long.class)
                .single();
    }

    private Optional<UUID> one(String query, String parameter) {
        return jdbc.sql(query).param(parameter).query(UUID.class).optional();
    }
}
