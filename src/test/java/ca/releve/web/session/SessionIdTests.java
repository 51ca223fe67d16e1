package ca.releve.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** The table of sessions does not give access to any session. */
@PortalTest
class SessionIdTests {

    private static final String COOKIE = "__Host-SESSION";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionIds ids;

    @Test
    void theDatabaseDoesNotContainTheSecretOfTheCookie() {
        World.SomeClient client = world.client();
        Visitor manager = world.stranger();
        manager.get("/connexion");
        manager.get("/remplacements");
        manager.follow();
        manager.press("Se connecter", Map.of("email", client.account().email(), "password", World.PASSWORD));
        assertThat(manager.follow().status()).isEqualTo(200);
        String secret = manager.cookie(COOKIE).orElseThrow();

        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(idsOf(client)).hasSize(1);
        assertThat(jdbc.sql("""
                        select (select count(*) from spring_session s where position(:secret in s::text) > 0)
                             + (select count(*) from spring_session_attributes
                                 where position(convert_to(:secret, 'UTF8') in attribute_bytes) > 0)
                        """).param("secret", secret).query(Integer.class).single())
                .isZero();
    }

    @Test
    void theStoredSessionIdOpensNoSession() {
        World.SomeClient client = world.client();
        Visitor manager = world.withPassword(client.account());

        for (String id : idsOf(client)) {
            assertThat(world.stranger()
                            .with("Cookie", COOKIE + "=" + id)
                            .get("/remplacements")
                            .location())
                    .hasValue("/connexion");
        }
        assertThat(idsOf(client)).hasSize(1);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    @Covers({"WEB-01"})
    void theSecretChangesAtTheSignInAndTheOldOneIsInvalid() {
        Visitor visitor = world.stranger();
        visitor.get("/connexion");
        String before = visitor.cookie(COOKIE).orElseThrow();

        visitor.press("Se connecter", Map.of("email", world.client().account().email(), "password", World.PASSWORD));

        String after = visitor.cookie(COOKIE).orElseThrow();
        assertThat(after).isNotEqualTo(before);
        assertThat(opens(after)).isTrue();
        assertThat(opens(before)).isFalse();
    }

    /** A header has room for 150 session cookies, each of which would be looked up in the database. */
    @Test
    @Covers("WEB-18")
    void onlyTheFirstOfManySessionCookiesAreLookedUp() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(IntStream.range(0, 100)
                .mapToObj(number -> new Cookie(COOKIE, "%043d".formatted(number)))
                .toArray(Cookie[]::new));

        assertThat(ids.resolveSessionIds(request)).hasSize(2);
    }

    @Test
    void aMalformedSessionCookieIsIgnored() {
        for (String nonsense : List.of("", "x", "../..", "a".repeat(4_000), "00000000-0000-0000-0000-000000000000")) {
            Visitor visitor = world.stranger().with("Cookie", COOKIE + "=" + nonsense);

            assertThat(visitor.get("/connexion").status()).isEqualTo(200);
            assertThat(visitor.cookie(COOKIE))
                    .hasValueSatisfying(it -> assertThat(it).hasSize(43));
        }
    }

    @Test
    void anUnknownSecretIsReplacedByOneOfTheServer() {
        String chosen = "A".repeat(43);
        Visitor visitor = world.stranger().with("Cookie", COOKIE + "=" + chosen);

        visitor.get("/connexion");

        assertThat(visitor.cookie(COOKIE).orElseThrow()).isNotEqualTo(chosen);
    }

    private boolean opens(String secret) {
        return world.stranger()
                        .with("Cookie", COOKIE + "=" + secret)
                        .get("/remplacements")
                        .status()
                == 200;
    }

    private List<String> idsOf(World.SomeClient client) {
        return jdbc.sql("select session_id from spring_session where principal_name = ?")
                .param(client.account().id().toString())
                .query(String.class)
                .list();
    }
}
