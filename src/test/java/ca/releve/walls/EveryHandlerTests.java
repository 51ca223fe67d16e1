package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.testing.Covers;
import ca.releve.testing.Handlers;
import ca.releve.testing.Handlers.Handler;
import ca.releve.testing.KeptSession;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.Walls;
import ca.releve.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The authorisation and the headers of every handler, called as every kind of user. A handler without a row
 * in {@code authorisation-matrix.csv} fails the build.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryHandlerTests {

    private static final Path MATRIX = Path.of("src/test/resources/authorisation-matrix.csv");
    private static final List<String> PEOPLE = List.of("stranger", "manager", "dispatcher", "administrator");

    /** Paths of Spring Security's filters, which are no handlers of the portal. */
    private static final List<String> DOORS = List.of("/connexion", "/deconnexion");

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    @Autowired
    JdbcClient jdbc;

    private Map<String, Visitor> people;
    private final Map<Handler, Map<String, Page>> answers = new LinkedHashMap<>();

    @BeforeAll
    void callEveryHandlerAsEveryKindOfUser() {
        people = Map.of(
                "stranger", world.stranger(),
                "manager", world.signedIn(world.client().account()),
                "dispatcher", world.signedIn(world.dispatcher()),
                "administrator", world.signedIn(world.administrator()));
        for (Handler handler : handlers.all()) {
            Map<String, Page> row = new LinkedHashMap<>();
            for (String person : PEOPLE) {
                row.put(person, ask(people.get(person), handler));
            }
            answers.put(handler, row);
        }
    }

    @Test
    @Covers("ACC-01")
    void everyHandlerHasARowAndAnswersAsTheRowSays() throws IOException {
        List<String> asked = new ArrayList<>();
        answers.forEach((handler, row) -> asked.add(handler + ";"
                + row.values().stream().map(EveryHandlerTests::outcome).collect(Collectors.joining(";"))));

        assertThat(asked).containsExactlyInAnyOrderElementsOf(rows());
    }

    @Test
    @Covers("ACC-01")
    void aManagerLimitedToSomeInstallationsHasAccessToTheSamePages() {
        Visitor limited = world.signedIn(world.limitedManager(world.client()));

        assertThat(asked(limited)).isEqualTo(expected("manager"));
    }

    @Test
    @Covers({"ACC-01", "ACC-10"})
    void aDisabledUserIsSignedOutAtTheNextRequestToAnyHandler() {
        for (Account account : List.of(world.client().account(), world.administrator())) {
            Visitor disabled = world.signedIn(account);
            disabled.get("/accessibilite");
            String token = disabled.page().html().select("input[name=_csrf]").val();
            KeptSession session = KeptSession.of(account.id(), jdbc);
            jdbc.sql("update account set state = 'DISABLED' where id = ?")
                    .param(account.id())
                    .update();
            String cookies = disabled.cookies();

            Map<Handler, String> stranger = expected("stranger");
            for (Handler handler : handlers.all()) {
                session.putBack();
                disabled.forgetCookies();
                disabled.with("Cookie", cookies);
                String path = withRandomIds(handler);
                Page answer =
                        handler.isGet() ? disabled.get(path) : disabled.postRaw(path, Map.of("_csrf", List.of(token)));
                // A form may be refused already because its token was removed with the session.
                assertThat(outcome(answer))
                        .as("%s", handler)
                        .isIn(stranger.get(handler), handler.isGet() ? stranger.get(handler) : "refused");
            }
        }
    }

    @Test
    @Covers({"ACC-01", "AUTH-18"})
    void anAdministratorWithOneFactorHasNoAccessToTheAdminSection() {
        Visitor halfway = world.withPassword(world.administrator());
        for (Handler handler : handlers.all()) {
            if (handler.pattern().startsWith("/admin")) {
                Page answer = ask(halfway, handler);
                assertThat(answer.status()).as("%s", handler).isIn(302, 303, 403);
                assertThat(answer.location().orElse("/connexion"))
                        .as("%s", handler)
                        .startsWith("/connexion");
            }
        }
    }

    @Test
    @Covers("ACC-02")
    void aHandlerWithoutARuleIsClosedToEverybody() {
        people.forEach((person, visitor) -> {
            String closed = person.equals("stranger") ? "sign-in" : "refused";
            assertThat(outcome(visitor.get("/sonde"))).as(person).isEqualTo(closed);
            assertThat(outcome(ask(visitor, new Handler("/sonde", "POST"))))
                    .as(person)
                    .isEqualTo(closed);
        });
    }

    @Test
    @Covers({"WEB-05", "WEB-08", "WEB-17"})
    void everyAnswerHasTheSecurityHeadersAndShowsNoInternals() {
        answers.forEach((handler, row) -> row.forEach((person, page) -> {
            String as = handler + " as " + person;
            assertThat(page.status()).as(as).isLessThan(500);
            Walls.stand(page, as);
            Walls.hideTheInside(page, as);
        }));
    }

    @Test
    @Covers("WEB-06")
    void noPostIsAcceptedWithoutACsrfTokenOrFromAnotherSite() {
        Visitor manager = people.get("manager");
        String foreign =
                manager.get("/accessibilite").html().select("input[name=_csrf]").val();
        List<String> buttons = Stream.concat(
                        handlers.all().stream().filter(it -> !it.isGet()).map(EveryHandlerTests::withRandomIds),
                        DOORS.stream())
                .toList();
        assertThat(foreign).isNotEmpty();

        for (String person : List.of("manager", "administrator")) {
            Visitor visitor =
                    person.equals("manager") ? world.signedIn(world.client().account()) : people.get(person);
            String own = visitor.get("/accessibilite")
                    .html()
                    .select("input[name=_csrf]")
                    .val();
            for (String path : buttons) {
                String as = path + " as " + person;
                refused(visitor.postRaw(path, Map.of()), as + " without a token");
                refused(visitor.postRaw(path, Map.of("_csrf", List.of(foreign))), as + " with another’s token");
                visitor.with("Sec-Fetch-Site", "cross-site");
                refused(visitor.postRaw(path, Map.of("_csrf", List.of(own))), as + " from another site");
                visitor.without("Sec-Fetch-Site");
            }
            assertThat(visitor.get("/accessibilite").status()).isEqualTo(200);
        }
    }

    private static void refused(Page page, String as) {
        assertThat(page.status()).as(as).isEqualTo(403);
        assertThat(page.text()).as(as).containsAnyOf("Cette page ne vous est pas ouverte", "Rien n’a été enregistré");
        Walls.stand(page, as);
    }

    private Map<Handler, String> asked(Visitor visitor) {
        Map<Handler, String> asked = new LinkedHashMap<>();
        handlers.all().forEach(handler -> asked.put(handler, outcome(ask(visitor, handler))));
        return asked;
    }

    /** The cells of the matrix for one kind of user. */
    private Map<Handler, String> expected(String person) {
        Map<String, String> cells = new LinkedHashMap<>();
        rows().forEach(row -> cells.put(row.split(";")[0], row.split(";")[PEOPLE.indexOf(person) + 1]));
        Map<Handler, String> expected = new LinkedHashMap<>();
        handlers.all().forEach(handler -> expected.put(handler, cells.get(handler.toString())));
        return expected;
    }

    private static List<String> rows() {
        try {
            return Files.readAllLines(MATRIX).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Page ask(Visitor visitor, Handler handler) {
        String path = withRandomIds(handler);
        if (handler.isGet()) {
            return visitor.get(path);
        }
        // The last page has the token of the session, unless it was a redirect.
        for (String page : List.of("/accessibilite", "/connexion")) {
            if (visitor.page() == null || visitor.page().html().selectFirst("input[name=_csrf]") == null) {
                visitor.get(page);
            }
        }
        return visitor.post(path, Map.of());
    }

    private static String withRandomIds(Handler handler) {
        return handler.pattern().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static String outcome(Page page) {
        if (page.status() == 403) {
            return "refused";
        }
        return page.location().filter(it -> it.equals("/connexion")).isPresent() ? "sign-in" : "open";
    }
}
