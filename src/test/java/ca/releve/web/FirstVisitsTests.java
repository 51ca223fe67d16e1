package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.limit.Limit;
import ca.releve.account.limit.Limits;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people who are not signed in may leave in the table of the sessions (WEB-18). */
@PortalTest
@Covers("WEB-18")
class FirstVisitsTests {

    @Autowired
    World world;

    @Autowired
    Limits limits;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoeverKeepsNoCookieBeginsOnlySoManySessions() {
        Visitor atWork = world.signedIn(world.client().account());
        String address = atWork.address();
        take(Limit.SESSIONS_FROM_ADDRESS, address, SecurityDoc.number("SESSIONS_PER_ADDRESS") - 4);
        assertThat(world.stranger().from(address).get("/connexion").status()).isEqualTo(200);
        assertThat(world.stranger().from(address).get("/remplacements").status())
                .isEqualTo(302);
        assertThat(world.stranger()
                        .from(address)
                        .postRaw("/connexion", Map.of())
                        .status())
                .isEqualTo(403);
        int sessions = sessions();

        Page refused = world.stranger().from(address).get("/connexion");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After").map(Integer::parseInt).orElseThrow())
                .isBetween(1, (int) SecurityDoc.duration("TOKEN_WINDOW").toSeconds());
        assertThat(refused.text()).contains("Trop d’essais en peu de temps");
        assertThat(world.stranger().from(address).get("/remplacements").status())
                .isEqualTo(429);
        assertThat(world.stranger()
                        .from(address)
                        .postRaw("/connexion", Map.of())
                        .status())
                .isEqualTo(429);
        assertThat(sessions()).isEqualTo(sessions);
        assertThat(atWork.get("/remplacements").status())
                .as("whoever has a session")
                .isEqualTo(200);
        assertThat(world.stranger().get("/connexion").status()).as("elsewhere").isEqualTo(200);
        clock.advance(SecurityDoc.duration("TOKEN_WINDOW"));
        assertThat(world.stranger().from(address).get("/connexion").status()).isEqualTo(200);
    }

    @Test
    void aPageThatBeginsNoSessionIsNotCounted() {
        Visitor visitor = world.stranger();
        take(Limit.SESSIONS_FROM_ADDRESS, visitor.address(), SecurityDoc.number("SESSIONS_PER_ADDRESS") - 1);

        for (int i = 0; i < 3; i++) {
            assertThat(visitor.get("/confidentialite").status()).isEqualTo(200);
        }

        assertThat(visitor.get("/connexion").status()).isEqualTo(200);
    }

    @Test
    void nobodyWaitsForTheCountOfHerAddressWhileEnoughIsLeft() {
        Visitor visitor = world.stranger();
        limits.take(Limit.SESSIONS_FROM_ADDRESS, visitor.address());

        Page page = transaction.execute(status -> {
            jdbc.sql("select 1 from rate_limit where id = ? for update")
                    .param(Limit.SESSIONS_FROM_ADDRESS + ":" + visitor.address())
                    .query(Integer.class)
                    .single();
            return CompletableFuture.supplyAsync(() -> visitor.get("/confidentialite"))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    @Covers("WEB-07")
    void ofFormsThatCameTooLateOnlySoManyAreKeptForOneAddress() {
        Visitor visitor = late();
        assertThat(visitor.get("/compte/mot-de-passe-oublie")
                        .html()
                        .select("#email")
                        .val())
                .isEqualTo("julie@example.test");
        take(Limit.KEPT_FORMS_FROM_ADDRESS, visitor.address(), SecurityDoc.number("KEPT_FORMS_PER_ADDRESS") - 1);

        Visitor another = late(visitor.address());

        assertThat(another.page().location()).hasValue("/compte/mot-de-passe-oublie");
        assertThat(another.follow().html().select("#email").val()).isEmpty();
        assertThat(late().follow().html().select("#email").val())
                .as("elsewhere")
                .isEqualTo("julie@example.test");
    }

    @Test
    @Covers("WEB-14")
    void anAddressThatIsLongerThanAnyOfOursIsNotKept() {
        String longOne = "/remplacements?texte=" + "x".repeat(4_000);
        Visitor visitor = world.stranger();

        assertThat(visitor.get(longOne).location()).hasValue("/connexion");

        assertThat(jdbc.sql("""
                        select count(*) from spring_session_attributes
                         where position(convert_to(:part, 'UTF8') in attribute_bytes) > 0
                        """)
                        .param("part", "x".repeat(100))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A browser asks for icons by itself, on the way to the sign-in page. */
    @Test
    @Covers("WEB-14")
    void whatIsNoPageIsNotWhereSomebodyComesBackTo() {
        Account account = world.client().account();
        Visitor visitor = world.stranger();
        visitor.get("/remplacements?statut=TOUS");
        visitor.get("/apple-touch-icon.png");
        visitor.get("/n/existe/pas");
        visitor.get("/connexion");

        visitor.press("Se connecter", Map.of("email", account.email(), "password", World.PASSWORD));

        assertThat(visitor.page().location()).hasValue("/remplacements?statut=TOUS");
    }

    private Visitor late() {
        return late(Visitor.anAddress());
    }

    private Visitor late(String address) {
        Visitor visitor = world.stranger()
                .from(address)
                .with("Sec-Fetch-Site", "same-origin")
                .with("Sec-Fetch-Mode", "navigate");
        visitor.postRaw("/compte/mot-de-passe-oublie", Map.of("email", List.of("julie@example.test")));
        return visitor;
    }

    private void take(Limit limit, String address, int times) {
        for (int i = 0; i < times; i++) {
            limits.take(limit, address);
        }
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
