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
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page and every form of the portal, for an administrator, a manager and an anonymous user: reading changes nothing, and
 * forms accept only their own fields and survive absurd values. New pages are found by following links and by the list of
 * handlers.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final String MARK = "Marquequipassepartout";
    private static final UUID MARKED_ID = UUID.fromString("0badcafe-0bad-4bad-8bad-0badcafebabe");

    /** The empty text; line breaks, right-to-left marks, emoji, markup, formulas, templates; a very long text; a large number. */
    private static final List<String> ABSURD = List.of(
            "",
            "=1+1\r\nSubject: x\u202E\uFFFF🙂<script>alert(1)</script>${7*7}__${7*7}__'\"--",
            "🙂é".repeat(1_500),
            "99999999999999999999");

    /** Types of inputs in which the user chooses and does not type. */
    private static final List<String> NOT_ON_THE_LIST = List.of("x\u202E");

    private static final Set<String> CHOSEN = Set.of("hidden", "checkbox", "radio", "submit", "password");

    private static final Map<String, String> KEYPADS =
            Map.of("email", "email", "adjustment", "decimal", "position", "numeric", "people", "numeric");

    /** Hidden fields: an absurd value there cannot come from a page, and is answered with an error page. */
    private static final Set<String> GUARDS = Set.of("submissionId", "version");

    /** Pages of objects that only their owner has and that cannot be created here; other tests cover them. */
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
    void crawlEveryPageAsEveryKindOfUser() {
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
        // The administrator deactivates another client, so that the other users keep their access.
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
    void everyPageHasTheSecurityHeadersAndShowsNoInternals() {
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
    void aFormAcceptsOnlyItsOwnFields() {
        Map<String, Class<?>> properties = propertiesOfEntities();
        long administrators = administrators();
        List<String> strange = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        forms().forEach((form, person) -> {
            // In two halves: all fields together would exceed the size of a request.
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

    /**
     * Each form is submitted with each absurd value in all of its fields at once. Each kind of field (its name and its type) is
     * submitted with each absurd value and valid values in the other fields.
     */
    @Test
    @Covers({"ACC-08", "INT-03"})
    void absurdValuesBreakNoFormAndEveryProblemIsLinked() {
        Set<String> kinds = new TreeSet<>();
        tryAbsurdValues(form -> {
            List<Map<String, String>> tries = new ArrayList<>();
            for (boolean guards : List.of(true, false)) {
                for (String absurd :
                        Stream.concat(ABSURD.stream(), NOT_ON_THE_LIST.stream()).toList()) {
                    Map<String, String> all = new LinkedHashMap<>();
                    form.all().keySet().stream()
                            .filter(field -> GUARDS.contains(field) == guards)
                            .filter(field -> absurd(form, field).contains(absurd))
                            .forEach(field -> all.put(field, absurd));
                    tries.add(all);
                }
            }
            for (String field : form.all().keySet()) {
                for (String absurd : absurd(form, field)) {
                    if (kinds.add(kind(form, field) + absurd)) {
                        tries.add(Map.of(field, absurd));
                    }
                }
            }
            tries.removeIf(Map::isEmpty);
            return tries;
        });
        assertThat(kinds).hasSizeGreaterThan(100);
    }

    /** Submits each absurd value in each field of each form. */
    @Test
    @Tag("long")
    @Covers({"ACC-08", "INT-03"})
    void absurdValuesInAnyFieldBreakNoForm() {
        tryAbsurdValues(form -> form.all().keySet().stream()
                .flatMap(field -> absurd(form, field).stream().map(absurd -> Map.of(field, absurd)))
                .toList());
    }

    /** @param tries values for some fields of a form, one map for each submission */
    private void tryAbsurdValues(Function<Form, List<Map<String, String>>> tries) {
        List<String> strange = new ArrayList<>();
        Set<String> read = new TreeSet<>();
        forms().forEach((form, person) -> {
            Visitor visitor = people.get(person);
            Map<String, List<String>> shown = form.all();
            String token = token(visitor);
            for (Map<String, String> absurd : tries.apply(form)) {
                Map<String, List<String>> fields = typed(shown);
                fields.put("_csrf", List.of(token));
                // A value that is also typed into other fields is not searched for as a secret.
                absurd.forEach((field, value) -> fields.put(
                        field, List.of(field.contains("assword") && !value.isEmpty() ? value + " secret" : value)));
                Page answer = visitor.postRaw(form.action(), fields);
                if (answer.status() == 303) {
                    shown = again(form, visitor);
                }
                if (answer.location().isPresent()) {
                    token = token(visitor);
                }
                if (answer.status() == 303 || answer.status() == 422) {
                    read.add(form.shape());
                }
                String as = form + " with " + absurd.keySet() + "="
                        + absurd.values().stream().findFirst().map(it -> it.substring(0, Math.min(20, it.length())));
                boolean fromNoPage = answer.status() == 400 && GUARDS.containsAll(absurd.keySet());
                if (!expected(form, answer) && !fromNoPage) {
                    strange.add(as + ": " + answer);
                }
                answer.html().select("[data-problems] a").eachAttr("href").forEach(link -> {
                    if (answer.html().getElementById(link.substring(1)) == null) {
                        strange.add(as + ": the problem leads nowhere, " + link);
                    }
                });
            }
        });
        assertThat(strange).isEmpty();
        assertThat(read).as("forms that were read").hasSizeGreaterThan(forms().size() / 2);
    }

    @Test
    @Covers("ACC-08")
    void absurdValuesBreakNoSearch() {
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
    void actionsOfTheStaffForAClientAreRecordedWithTheClientAndTheStaffMember() {
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
        visitor.press("Annuler la demande", Map.of("reason", "Mme Tremblay a téléphoné."));

        assertThat(jdbc.sql(
                                "select actor_id, client_id from history_entry where request_id = ? and actor_kind = 'STAFF'")
                        .param(request.id())
                        .query((row, number) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                        .list())
                .containsExactly(List.of(dispatcher.id(), client.client().id()));
    }

    /** Dates, times and breaks are words too: « 14 mars 2027 », « 8 h 30 », « 2 × 15 ». */
    @Test
    void everyFieldBringsTheKeypadOfItsKind() {
        Set<String> wrong = new TreeSet<>();
        Set<String> keypads = new TreeSet<>();
        crawls.values().forEach(crawl -> crawl.pages().forEach((path, page) -> {
            for (Element field : page.html().select("main input")) {
                if (!CHOSEN.contains(field.attr("type"))) {
                    String keypad = keypad(field.id(), field.attr("type"));
                    keypads.add(keypad);
                    if (!field.attr("inputmode").equals(keypad)) {
                        wrong.add(field.id() + " on " + path + " brings " + field.attr("inputmode"));
                    }
                }
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(keypads).containsExactly("decimal", "email", "numeric", "search", "tel", "text");
    }

    private static String keypad(String field, String type) {
        return type.matches("email|tel|search") ? type : KEYPADS.getOrDefault(field, "text");
    }

    /** Expects 303 if the form was accepted, the form with its problems, or a refusal. */
    private static boolean expected(Form form, Page answer) {
        return switch (answer.status()) {
            case 303 -> answer.location().orElse("").startsWith("/");
            case 422 -> !answer.problems().isEmpty();
            // A schedule has a preview before it is submitted; an export is a file.
            case 200 -> form.action().endsWith("/apercu") || form.action().endsWith("/export");
            case 404, 409 -> true;
            // Spring Security redirects with 302 to the sign-in and to the confirmation by a factor.
            case 302 ->
                answer.location().orElse("").startsWith("/connexion/confirmation")
                        || form.action().startsWith("/connexion");
            default -> false;
        };
    }

    /** The token of the current session: an accepted form may have begun another one. */
    private static String token(Visitor visitor) {
        String token =
                visitor.get("/accessibilite").html().select("input[name=_csrf]").val();
        return token.isEmpty()
                ? visitor.get("/connexion").html().select("input[name=_csrf]").val()
                : token;
    }

    /** Fields with the same name and type have the same rules. */
    private static String kind(Form form, String field) {
        Element element = form.element().selectFirst("[name=" + field + "]");
        return field + " " + (element == null ? "" : element.normalName() + element.attr("type")) + " ";
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

    /** The fields of the form when its page is opened again; the former ones if it no longer exists. */
    private static Map<String, List<String>> again(Form form, Visitor visitor) {
        return Crawl.forms(form.page(), visitor.get(form.page())).stream()
                .filter(it -> it.action().equals(form.action()) && it.shape().equals(form.shape()))
                .findFirst()
                .orElse(form)
                .all();
    }

    /** One form of each shape, with the user who found it; without forms that end the session of one of these users. */
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

    /** The form with valid values. */
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

    /** The attributes of an entity and of its embedded values. */
    private static void add(ManagedType<?> type, String entity, Map<String, Class<?>> properties) {
        for (Attribute<?, ?> attribute : type.getAttributes()) {
            if (attribute instanceof SingularAttribute<?, ?> single
                    && single.getType() instanceof EmbeddableType<?> value) {
                add(value, entity, properties);
            }
            properties.put(attribute.getName(), attribute.getJavaType());
            properties.put(entity + "." + attribute.getName(), attribute.getJavaType());
        }
    }

    private Map<String, Class<?>> propertiesOfEntities() {
        Map<String, Class<?>> properties = new TreeMap<>();
        entities.getMetamodel()
                .getEntities()
                .forEach(entity -> add(entity, decapitalized(entity.getName()), properties));
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
