package ca.releve;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Handlers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who may open what (ACC-01, ACC-02), and what every answer carries (WEB-05, WEB-08): every handler is asked as every kind of
 * person. A handler without a row in {@code authorisation-matrix.csv} fails the build.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryHandlerTests {

    private static final Path MATRIX = Path.of("src/test/resources/authorisation-matrix.csv");
    private static final List<String> PEOPLE = List.of("stranger", "manager", "dispatcher", "administrator");

    @Autowired
    World world;

    @Autowired
    Handlers handlers;

    private final Map<String, Map<String, Page>> answers = new LinkedHashMap<>();

    @BeforeAll
    void askEverythingAsEverybody() {
        Map<String, Visitor> people = Map.of(
                "stranger", world.stranger(),
                "manager", world.signedIn(world.client().account()),
                "dispatcher", world.signedIn(world.dispatcher()),
                "administrator", world.signedIn(world.administrator()));
        for (String handler : handlers.all().stream().map(Object::toString).toList()) {
            Map<String, Page> row = new LinkedHashMap<>();
            for (String person : PEOPLE) {
                row.put(person, ask(people.get(person), handler));
            }
            answers.put(handler, row);
        }
    }

    @Test
    void everyHandlerHasARowAndAnswersAsItsRowSays() throws IOException {
        List<String> asked = new ArrayList<>();
        answers.forEach((handler, row) -> asked.add(handler + ";"
                + row.values().stream().map(EveryHandlerTests::outcome).collect(Collectors.joining(";"))));
        List<String> expected = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyAnswerCarriesTheWallsOfTheBrowser() {
        answers.forEach((handler, row) -> row.forEach((person, page) -> {
            assertThat(page.header("Content-Security-Policy").orElse(""))
                    .as("%s as %s", handler, person)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Strict-Transport-Security")).hasValue("max-age=31536000 ; includeSubDomains");
            assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(page.header("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(page.header("Cache-Control").orElse(""))
                    .as("%s as %s", handler, person)
                    .contains("no-store");
        }));
    }

    @Test
    void noAnswerIsAFailureOrShowsItsInside() {
        answers.forEach((handler, row) -> row.forEach((person, page) -> {
            assertThat(page.status()).as("%s as %s", handler, person).isLessThan(500);
            assertThat(page.body()).doesNotContain("Exception", "org.springframework", "??");
        }));
    }

    @Test
    void theOnlyCookiesAreStrict() {
        answers.forEach((handler, row) ->
                row.forEach((person, page) -> page.headers("set-cookie").forEach(cookie -> assertThat(cookie)
                        .as("%s as %s", handler, person)
                        .startsWith("__Host-")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"))));
    }

    @Test
    void aRedirectNeverLeavesThePortal() {
        answers.forEach((handler, row) -> row.forEach((person, page) -> page.headers("location")
                .forEach(location ->
                        assertThat(location).as(handler).startsWith("/").doesNotStartWith("//"))));
    }

    private Page ask(Visitor visitor, String handler) {
        String[] parts = handler.split(" ");
        String path = parts[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (parts[0].equals("GET")) {
            return visitor.get(path);
        }
        visitor.get("/accessibilite");
        if (visitor.page().html().selectFirst("input[name=_csrf]") == null) {
            visitor.get("/connexion");
        }
        return visitor.post(path, Map.of());
    }

    private static String outcome(Page page) {
        if (page.status() == 403) {
            return "refused";
        }
        return page.location().filter(it -> it.equals("/connexion")).isPresent() ? "sign-in" : "open";
    }
}
