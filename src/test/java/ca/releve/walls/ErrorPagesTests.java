package ca.releve.walls;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.Statements;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.Walls;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What error pages show and do not show, requested from the real server over a real connection. */
@PortalTest
class ErrorPagesTests {

    /** The allowed factor between the time of a refusal and that of an accepted request in the same run. */
    private static final int NOT_LONGER = 10;

    @Autowired
    World world;

    @Autowired
    Statements statements;

    @Autowired
    ApplicationContext portal;

    @ParameterizedTest
    @ValueSource(strings = {"exception", "checked", "error", "database", "view", "template"})
    @Covers({"WEB-08", "WEB-17"})
    void aFailureShowsOnlyAReferenceNumberThatIsInTheLog(String kind) {
        Visitor manager = world.signedIn(world.client().account());
        List<ILoggingEvent> log = listen(() -> manager.get("/remplacements/sonde/" + kind));

        Page page = manager.page();
        assertThat(page.status()).isEqualTo(500);
        Walls.stand(page, kind);
        Walls.hideTheInside(page, kind);
        String reference = page.html().select("main .reference").text();
        assertThat(reference).matches("[0-9a-f]{12}");
        assertThat(log)
                .anySatisfy(event -> assertThat(event.getFormattedMessage()).contains(reference));
        assertThat(log).as("the whole story").anySatisfy(event -> assertThat(
                        ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .contains("\tat "));
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/remplacements/sonde/rien, 404",
        "/remplacements/n-existe-pas, 404",
        "/remplacements/%00, 400",
        "/remplacements;a=b, 400",
        "/remplacements//liste, 400",
        "/remplacements/..%2fadmin, 400",
        "/remplacements?statut=%, 400",
        "/remplacements?texte=a%00b, 400",
        "/admin/clients, 403",
        "/n/existe/pas, 404",
        "/error, 404",
        "/remplacements/nouveau?modele=abc, 404",
        "/css/n-existe-pas.css, 404",
        "/css/, 404",
        "/webjars/, 404",
        "/img/..%5c, 400"
    })
    @Covers({"WEB-08", "WEB-17"})
    void aRefusalIsAPageWithAllSecurityHeaders(String path, int status) {
        Visitor manager = world.signedIn(world.client().account());
        Page page = path.equals("/remplacements?statut=%") ? raw("GET " + path, manager) : manager.get(path);
        assertThat(page.status()).as(path).isEqualTo(status);
        Walls.stand(page, path);
        Walls.hideTheInside(page, path);
        // Tomcat refuses requests that no browser sends, with its own page.
        assertThat(page.html().select(path.contains("%") ? "h1" : "main#contenu h1"))
                .as(path)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE"})
    @Covers({"WEB-08", "WEB-17"})
    void otherMethodsAreRefusedWithoutEchoingTheRequest(String method) {
        Visitor manager = world.signedIn(world.client().account());
        Page page = raw(method + " /remplacements", manager);

        assertThat(page.status())
                .as(method)
                .isIn(method.equals("OPTIONS") ? List.of(200) : List.of(400, 403, 405, 501));
        Walls.hideTheInside(page, method);
        Walls.standAroundAnything(page, method);
        assertThat(page.body()).as(method).doesNotContain("__Host-");
    }

    @Test
    @Covers({"WEB-08", "WEB-17"})
    void unsupportedMethodsAndMediaTypesAreRefused() {
        Visitor manager = world.signedIn(world.client().account());
        manager.get("/accessibilite");
        Page method = manager.post("/accessibilite", Map.of());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.text()).contains("Erreur 405");
        Walls.stand(method, "405");
        Walls.hideTheInside(method, "405");

        manager.get("/accessibilite");
        Page type = manager.post("/remplacements/sonde-corps", Map.of());
        assertThat(type.status()).isEqualTo(415);
        Walls.stand(type, "415");
        Walls.hideTheInside(type, "415");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connexion/cle/lien", "/connexion/cle/options", "/mon-compte/cles/nouvelle/options"})
    void anAddressThatIsOnlyPostedToSaysSo(String path) {
        Visitor administrator = world.signedIn(world.administrator());

        assertThat(administrator.get(path).status()).isEqualTo(405);
    }

    @Test
    @Covers({"WEB-08", "WEB-17"})
    void aStatusWithoutAnErrorPageOfItsOwnGetsAGeneralOne() {
        Visitor manager = world.signedIn(world.client().account());

        Page page = manager.get("/remplacements/sonde/status");

        assertThat(page.status()).isEqualTo(501);
        assertThat(page.html().select("main#contenu h1").text()).isEqualTo("Quelque chose a mal tourné de notre côté");
        Walls.stand(page, "501");
        Walls.hideTheInside(page, "501");
        assertThat(portal.containsBean("error"))
                .as("the page of the framework's own")
                .isFalse();
    }

    @Test
    @Covers("WEB-17")
    void noParameterShowsAStackTrace() {
        Visitor manager = world.signedIn(world.client().account());
        for (String query : List.of("?trace=true", "?trace", "?message=true&errors=true", "?trace=on&exception=true")) {
            Page html = manager.get("/remplacements/sonde/exception" + query);
            Walls.hideTheInside(html, query);
            Page json = world.signedIn(world.client().account())
                    .with("Accept", "application/json")
                    .get("/remplacements/sonde/exception" + query);
            assertThat(json.status()).isEqualTo(500);
            Walls.stand(json, query);
            Walls.hideTheInside(json, query);
        }
    }

    @Test
    @Covers("WEB-08")
    void anAnswerThatIsCommittedEarlyHasTheSecurityHeaders() {
        Visitor manager = world.signedIn(world.client().account());

        Page page = manager.get("/remplacements/sonde-longueur");

        assertThat(page.body()).isEqualTo("abc");
        Walls.stand(page, "own length");
        Walls.stand(manager.head("/remplacements"), "HEAD");
        assertThat(manager.page().status()).isEqualTo(200);
        assertThat(manager.page().body()).isEmpty();
        Walls.stand(world.stranger().head("/remplacements"), "HEAD of a redirect");
    }

    @Test
    @Covers({"WEB-08", "WEB-11"})
    void assetsAreCachedUnderTheirContentHashAndHaveTheSecurityHeaders() {
        Visitor stranger = world.stranger();
        Page page = stranger.get("/connexion");
        List<String> assets = new ArrayList<>(page.html().select("link[href], script[src], img[src]").stream()
                .map(it -> it.hasAttr("href") ? it.attr("href") : it.attr("src"))
                .toList());
        assertThat(assets).hasSizeGreaterThan(3);
        String styles = stranger.get(page.html()
                        .select("link[rel=stylesheet][href^=/css/portal]")
                        .attr("href"))
                .body();
        Matcher font = Pattern.compile("url\\(\"(/css/[^\"]+\\.woff2)\"\\)").matcher(styles);
        assertThat(font.find()).as("the font").isTrue();
        assets.add(font.group(1));

        for (String asset : assets) {
            assertThat(asset).matches("/.*-[0-9a-f]{32}\\.[a-z0-9]+");
            Page loaded = stranger.get(asset);
            assertThat(loaded.status()).as(asset).isEqualTo(200);
            assertThat(loaded.headers("cache-control"))
                    .as(asset)
                    .singleElement()
                    .asString()
                    .contains("immutable", "max-age=31536000")
                    .doesNotContain("no-store");
            assertThat(loaded.headers("set-cookie")).as(asset).isEmpty();
            Walls.standAroundAnything(loaded, asset);
        }
    }

    @Test
    @Covers({"WEB-08", "WEB-11"})
    void anAssetIsCachedOnlyUnderItsContentHashAndAnErrorNever() {
        String named = world.stranger()
                .get("/connexion")
                .html()
                .select("link[rel=stylesheet][href^=/css/portal]")
                .attr("href");
        String plain = named.replaceFirst("-[0-9a-f]{32}", "");

        Page asked = world.stranger().get(plain);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.headers("cache-control")).containsExactly("no-cache");
        Visitor again = world.stranger()
                .with("If-Modified-Since", asked.header("last-modified").orElseThrow());
        assertThat(again.get(plain).status()).isEqualTo(304);
        assertThat(again.page().headers("cache-control")).containsExactly("no-cache");
        assertThat(again.get(named).status()).isEqualTo(304);
        assertThat(again.page().header("cache-control").orElseThrow()).contains("max-age=31536000");

        Map<String, Page> refusals = new LinkedHashMap<>();
        String before = "Thu, 01 Jan 1970 00:00:00 GMT";
        refusals.put("412", world.stranger().with("If-Unmodified-Since", before).get(named));
        refusals.put("416", world.stranger().with("Range", "bytes=99999999-").get(named));
        refusals.put("404", world.stranger().get(plain.replace(".css", "-" + "0".repeat(32) + ".css")));
        refusals.put("403", raw("POST " + named, world.stranger()));
        refusals.forEach((status, page) -> {
            assertThat(page.status()).as(status).isEqualTo(Integer.parseInt(status));
            Walls.stand(page, status);
        });
    }

    private static Duration timeOf(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    @Covers({"WEB-08", "WEB-17"})
    void anUnavailableDatabaseIsReportedAtOnceAndSignsNobodyOut() {
        SomeClient client = world.client();
        Visitor manager = world.signedIn(client.account());
        Page form = manager.get("/remplacements/nouveau");
        Map<String, Page> answers = new LinkedHashMap<>();
        Runnable asking = () -> {
            answers.put("list", manager.get("/remplacements"));
            answers.put("form", manager.get("/remplacements/nouveau"));
            answers.put(
                    "button",
                    manager.press(
                            form, form.html().select("main form button").first().text(), Map.of()));
            answers.put("no page", manager.get("/n/existe/pas"));
            answers.put("sign-in", world.stranger().get("/connexion"));
        };
        Duration usual = timeOf(asking);

        Duration away = timeOf(() -> statements.awayDuring(asking));

        assertThat(away).isLessThan(usual.multipliedBy(NOT_LONGER));
        answers.forEach((what, page) -> {
            assertThat(page.status()).as(what).isEqualTo(503);
            assertThat(page.text()).as(what).contains("momentanément");
            Walls.stand(page, what);
            Walls.hideTheInside(page, what);
            assertThat(page.headers("set-cookie")).as(what).isEmpty();
            assertThat(page.html().select("link[rel=stylesheet], script").eachAttr("href"))
                    .as(what)
                    .filteredOn(it -> !it.isEmpty())
                    .allMatch(it -> it.matches(".*-[0-9a-f]{32}\\.css"));
        });
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    @Covers({"WEB-08", "WEB-18"})
    void aRequestThatIsTooLargeIsRefusedBeforeItIsRead() {
        int most = SecurityDoc.number("REQUEST_BYTES");
        Visitor manager = world.signedIn(world.client().account());
        String field = "notes=" + "a".repeat(most);
        manager.get("/remplacements/nouveau");
        String first = manager.page().html().select("input[name=_csrf]").first().val();
        Duration taken = timeOf(() -> assertThat(manager.with("X-CSRF-TOKEN", first)
                        .postBody("/remplacements/sonde-corps", "text/plain", "a".repeat(most - 1), false)
                        .status())
                .isEqualTo(200));
        manager.without("X-CSRF-TOKEN");

        for (String length : List.of("told", "chunked")) {
            for (String type : List.of("application/x-www-form-urlencoded", "text/plain")) {
                manager.get("/remplacements/nouveau");
                String token = manager.page()
                        .html()
                        .select("input[name=_csrf]")
                        .first()
                        .val();
                Duration refused = timeOf(() -> manager.with("X-CSRF-TOKEN", token)
                        .postBody("/remplacements/sonde-corps", type, field, length.equals("chunked")));
                Page page = manager.page();
                manager.without("X-CSRF-TOKEN");

                String as = length + " " + type;
                assertThat(page.status()).as(as).isEqualTo(413);
                assertThat(refused).as(as).isLessThan(taken.multipliedBy(NOT_LONGER));
                Walls.stand(page, as);
                assertThat(page.html().select("main#contenu h1")).as(as).hasSize(1);
            }
        }
        manager.get("/remplacements/nouveau");
        String token = manager.page().html().select("input[name=_csrf]").first().val();
        assertThat(manager.with("X-CSRF-TOKEN", token)
                        .postBody("/remplacements/sonde-corps", "text/plain", "a".repeat(most), true)
                        .body())
                .isEqualTo(String.valueOf(most));
    }

    @Test
    @Covers({"WEB-08", "WEB-18"})
    void moreParametersThanAnyFormHasAreRefused() {
        int most = SecurityDoc.number("REQUEST_PARAMETERS");
        Visitor manager = world.signedIn(world.client().account());
        String many = "a=1" + "&a=1".repeat(most);

        Page read = manager.get("/remplacements?" + many);
        assertThat(read.status()).isEqualTo(400);
        Walls.stand(read, "query");
        assertThat(read.html().select("main#contenu h1")).hasSize(1);
        Page sent = manager.postBody("/remplacements/nouveau", "application/x-www-form-urlencoded", many, false);
        assertThat(sent.status()).isEqualTo(400);
        Walls.stand(sent, "form");
        assertThat(manager.get("/remplacements?" + many.substring(4)).status()).isEqualTo(200);
    }

    @Test
    @Covers("WEB-18")
    void anAddressOrAHeaderThatIsTooLongIsRefused() {
        Visitor manager = world.signedIn(world.client().account());

        assertThat(manager.get("/remplacements?texte=" + "a".repeat(20_000)).status())
                .isBetween(400, 499);
        assertThat(world.stranger()
                        .with("X-Long", "a".repeat(20_000))
                        .get("/connexion")
                        .status())
                .isBetween(400, 499);
    }

    private static List<ILoggingEvent> listen(Runnable visit) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> ear = new ListAppender<>();
        ear.start();
        root.addAppender(ear);
        try {
            visit.run();
        } finally {
            root.detachAppender(ear);
        }
        return List.copyOf(ear.list).stream()
                .filter(event -> event.getThrowableProxy() != null)
                .toList();
    }

    /** Sends a request that a browser would not send. */
    private Page raw(String line, Visitor visitor) {
        URI portal = URI.create(world.origin());
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\nCookie: "
                + visitor.cookies() + "\r\n\r\n";
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Page.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
