package ca.releve.myaccount;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.KeptSession;
import ca.releve.testing.PortalTest;
import ca.releve.testing.Statements;
import ca.releve.testing.UnusedSessions;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.testing.World.SomeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Mes sessions » (WEB-04). */
@PortalTest
class MySessionsPagesTests {

    private static final String PLACE = "/mon-compte/sessions";
    private static final String ON_WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    private static final String ON_A_PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    SomeClient client;
    Visitor laptop;
    Visitor phone;

    @BeforeEach
    void signInTwice() {
        client = world.client();
        laptop = signedIn(client, ON_WINDOWS);
        phone = signedIn(client, ON_A_PHONE);
    }

    @Test
    @Covers({"WEB-04"})
    void eachSessionIsDescribedAndTheCurrentOneIsMarked() {
        Page page = laptop.get(PLACE);

        assertThat(page.html().select("tbody th").eachText())
                .containsExactly("Chrome sur Windows Cette session", "Safari sur iPhone");
        assertThat(page.html().select("tbody tr").get(1).select("form")).hasSize(1);
        assertThat(page.html().select("tbody tr").get(0).select("form")).isEmpty();
        assertThat(page.html().select("tbody time").eachAttr("datetime")).hasSize(4);
    }

    @Test
    @Covers({"WEB-04"})
    void oneSessionIsEndedAndTheOtherContinues() {
        laptop.get(PLACE);
        laptop.press(laptop.page().html().select("tbody form button").eachText().get(0));

        assertThat(laptop.page().status()).isEqualTo(303);
        assertThat(laptop.follow().text()).contains("La session a pris fin.");
        assertThat(laptop.page().html().select("tbody tr")).hasSize(1);
        assertThat(phone.get("/remplacements").location()).hasValue("/connexion");
        assertThat(laptop.get("/remplacements").status()).isEqualTo(200);
        assertThat(jdbc.sql("select facts from security_event where event = 'session_ended' and account_id = ?")
                        .param(client.account().id())
                        .query(String.class)
                        .list())
                .containsExactly("sessions=one by=owner");
    }

    @Test
    @Covers({"WEB-04"})
    void allOtherSessionsAreEnded() {
        Visitor third = signedIn(client, ON_WINDOWS);
        laptop.get(PLACE);
        laptop.press("Mettre fin aux autres sessions");

        assertThat(laptop.follow().text()).contains("Vos autres sessions ont pris fin.");
        assertThat(phone.get("/remplacements").location()).hasValue("/connexion");
        assertThat(third.get("/remplacements").location()).hasValue("/connexion");
        assertThat(laptop.page().html().select("button").eachText()).doesNotContain("Mettre fin aux autres sessions");
    }

    @Test
    @Covers({"WEB-02", "WEB-04"})
    void allSessionsAreEndedIncludingTheCurrentOne() {
        laptop.get(PLACE);
        laptop.press("Mettre fin à toutes mes sessions");

        assertThat(laptop.page().location()).hasValue("/connexion");
        assertThat(laptop.follow().text()).contains("Toutes vos sessions ont pris fin.");
        assertThat(laptop.get("/remplacements").location()).hasValue("/connexion");
        assertThat(phone.get("/remplacements").location()).hasValue("/connexion");
    }

    /** A concurrent sign-in has no session yet that could be ended; it is stored afterwards. */
    @Test
    @Covers({"WEB-02", "AUTH-10"})
    void aSessionThatBeginsWhileTheOthersAreEndedIsEndedToo() {
        for (Runnable way : List.<Runnable>of(
                () -> {
                    laptop.get(PLACE);
                    laptop.press("Mettre fin aux autres sessions");
                },
                () -> {
                    laptop.get("/mon-compte/mot-de-passe");
                    laptop.press("Enregistrer le mot de passe", Map.of("password", "les framboises du jardin"));
                })) {
            phone = world.signedIn(client.account());
            phone.get("/remplacements");
            KeptSession begun = KeptSession.of(client.account().id(), jdbc);

            way.run();
            begun.putBack();

            assertThat(laptop.page().status()).isEqualTo(303);
            assertThat(phone.get("/remplacements").location()).hasValue("/connexion");
            assertThat(laptop.get("/remplacements").status()).isEqualTo(200);
        }
        KeptSession begun = KeptSession.of(client.account().id(), jdbc);
        Visitor administrator = world.signedIn(world.administrator());
        administrator.get("/admin/comptes/" + client.account().id());
        administrator.press("Mettre fin à ses sessions");
        begun.putBack();
        assertThat(laptop.get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    @Covers({"WEB-04", "ACC-03"})
    void aSessionOfAnotherAccountIsNotFound() {
        SomeClient other = world.client();
        Visitor stranger = signedIn(other, ON_WINDOWS);
        String theirs = jdbc.sql("select primary_id from spring_session where principal_name = ?")
                .param(other.account().id().toString())
                .query(String.class)
                .single();
        laptop.get(PLACE);
        assertThat(laptop.page().body()).doesNotContain(theirs);

        for (String reference : new String[] {theirs, UUID.randomUUID().toString(), "n-importe-quoi"}) {
            Page shown = laptop.get(PLACE);
            laptop.post(PLACE + "/" + reference + "/fin", java.util.Map.of("submissionId", UUID.randomUUID()));
            assertThat(laptop.page().status()).as(reference).isEqualTo(404);
        }
        assertThat(stranger.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    @Covers({"WEB-04"})
    void thePageContainsNoSessionSecret() {
        Page page = laptop.get(PLACE);

        assertThat(page.body())
                .doesNotContain(laptop.cookie("__Host-SESSION").orElseThrow())
                .doesNotContain(phone.cookie("__Host-SESSION").orElseThrow());
        for (String id : jdbc.sql("select session_id from spring_session where principal_name = ?")
                .param(client.account().id().toString())
                .query(String.class)
                .list()) {
            assertThat(page.body()).doesNotContain(id);
        }
    }

    @Test
    void anExpiredSessionIsNotShown() {
        UnusedSessions.pass(Duration.ofMinutes(20), jdbc);
        laptop.get(PLACE);
        UnusedSessions.pass(Duration.ofMinutes(20), jdbc);

        assertThat(laptop.get(PLACE).html().select("tbody tr")).hasSize(1);
    }

    @Test
    void anUnknownUserAgentIsShownAsAnUnknownBrowser() {
        Visitor odd = signedIn(client, "<script>alert(1)</script>" + "x".repeat(3_000));

        assertThat(odd.get(PLACE).html().select("tbody th").eachText().get(0)).startsWith("Navigateur inconnu");
        assertThat(odd.page().body()).doesNotContain("<script>alert");
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheNumberOfSessions() {
        int few = statements.during(() -> laptop.get(PLACE)).size();
        signedIn(client, ON_WINDOWS);

        assertThat(statements.during(() -> laptop.get(PLACE))).hasSize(few);
        assertThat(few).isLessThanOrEqualTo(5);
    }

    private Visitor signedIn(SomeClient client, String userAgent) {
        Visitor visitor = world.signedIn(client.account()).with("User-Agent", userAgent);
        assertThat(visitor.get("/remplacements").status()).isEqualTo(200);
        return visitor;
    }
}
