package ca.releve.signup;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that need no account, and their headers, cookies and tokens (WEB-05, WEB-06, WEB-08). */
@PortalTest
class OpenPagesTests {

    private static final String A_TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connexion",
                "/compte/creation",
                "/compte/creation/envoyee",
                "/compte/confirmation/" + A_TOKEN,
                "/compte/mot-de-passe-oublie",
                "/compte/mot-de-passe-oublie/envoyee",
                "/compte/nouveau-mot-de-passe/" + A_TOKEN,
                "/confidentialite",
                "/accessibilite",
                "/remplacements",
                "/n/existe/pas"
            })
    void everyAnswerHasTheSecurityHeaders(String path) {
        Visitor visitor = world.stranger();
        Page page = visitor.get(path);

        assertThat(page.header("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.header("Strict-Transport-Security")).hasValue("max-age=31536000 ; includeSubDomains");
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(page.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers("Set-Cookie")).allSatisfy(cookie -> {
            assertThat(cookie).startsWith("__Host-SESSION=");
            assertThat(cookie.split("; ?"))
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .noneMatch(it -> it.startsWith("Domain"));
        });
        assertThat(page.body()).doesNotContain("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion",
                "/compte/creation",
                "/compte/confirmation/" + A_TOKEN,
                "/compte/mot-de-passe-oublie",
                "/compte/nouveau-mot-de-passe/" + A_TOKEN
            })
    void aFormWithoutItsTokenOrFromAnotherSiteIsRefused(String path) {
        Visitor visitor = world.stranger();
        assertThat(visitor.postRaw(path, Map.of("_csrf", List.of("faux"))).status())
                .isEqualTo(403);
        assertThat(visitor.page().text()).contains("Rien n’a été enregistré", "rechargez la page");

        Visitor lured = world.stranger();
        lured.get("/compte/creation");
        lured.with("Sec-Fetch-Site", "cross-site");
        assertThat(lured.post(path, Map.of()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "zz%1b%5b31m", "fr-CA/Nowhere", "x y", "{}"})
    void anUnknownLanguageCookieIsIgnored(String language) {
        for (String path : List.of("/connexion", "/n/existe/pas")) {
            Page page =
                    world.stranger().with("Cookie", "__Host-LANGUE=" + language).get(path);

            assertThat(page.status()).isEqualTo(path.equals("/connexion") ? 200 : 302);
        }
    }

    @Test
    void readingThePagesChangesNothing() {
        Map<String, Integer> before = counts();

        Visitor visitor = world.stranger();
        for (String path : List.of(
                "/connexion",
                "/compte/creation",
                "/compte/creation?firstName=a&email=b@example.test",
                "/compte/creation/envoyee",
                "/compte/confirmation/" + A_TOKEN,
                "/compte/mot-de-passe-oublie?email=b@example.test",
                "/compte/nouveau-mot-de-passe/" + A_TOKEN,
                "/confidentialite",
                "/accessibilite")) {
            visitor.get(path);
        }

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void thePrivacyPageNamesThePersonResponsibleAndTheRetention() {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.click("Protection des renseignements personnels");

        assertThat(visitor.page().status()).isEqualTo(200);
        assertThat(visitor.page().text()).contains("six ans", "Service de remplacement Les Relayeuses");
        assertThat(visitor.page().html().select("main a[href='mailto:service@example.test']"))
                .hasSize(1);
        assertThat(visitor.get("/confidentialite?langue=en").text()).contains("six years");
    }

    @Test
    void theAccessibilityPageNamesTheContact() {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        visitor.click("Accessibilité");

        assertThat(visitor.page().text()).contains("clavier", "418 555-0100");
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String table :
                List.of("account", "account_token", "access_request", "outgoing_mail", "submission", "history_entry")) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }
}
