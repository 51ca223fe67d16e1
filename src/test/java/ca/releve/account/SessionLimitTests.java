package ca.releve.account;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.UnusedSessions;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** The limits of a session, measured by the clock of the server (WEB-03). */
@PortalTest
class SessionLimitTests {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration IDLE = SecurityDoc.duration("SESSION_IDLE");
    private static final Duration ABSOLUTE = SecurityDoc.duration("SESSION_ABSOLUTE");

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Test
    @Covers({"WEB-03"})
    void anIdleSessionEndsAfterHalfAnHour() {
        Visitor manager = signedIn();

        UnusedSessions.pass(IDLE.minus(A_MINUTE), jdbc);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        UnusedSessions.pass(IDLE.minus(A_MINUTE), jdbc);
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        UnusedSessions.pass(IDLE.plus(A_MINUTE), jdbc);
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    @Covers({"WEB-03"})
    void aSessionInUseEndsAfterEightHours() {
        Visitor manager = signedIn();

        Duration between = Duration.ofMinutes(10);
        for (Duration past = between; past.compareTo(ABSOLUTE) < 0; past = past.plus(between)) {
            clock.advance(between);
            assertThat(manager.get("/accessibilite").html().select("form[action=/deconnexion]"))
                    .as("signed in after %s", past)
                    .isNotEmpty();
        }
        clock.advance(between.plus(A_MINUTE));
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
        assertThat(manager.follow().text()).contains("Votre session a pris fin");
        assertThat(manager.get("/remplacements").location()).hasValue("/connexion");
    }

    @Test
    @Covers({"WEB-03"})
    void theEightHoursBeginAtTheSignIn() {
        World.SomeClient client = world.client();
        Visitor manager = world.stranger();
        manager.get("/connexion");
        for (int i = 0; i < 20; i++) {
            clock.advance(IDLE.minus(A_MINUTE));
            UnusedSessions.pass(IDLE.minus(A_MINUTE), jdbc);
            manager.get("/connexion");
        }

        manager.press("Se connecter", Map.of("email", client.account().email(), "password", World.PASSWORD));

        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        clock.advance(IDLE.minus(A_MINUTE));
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
    }

    @Test
    void theSignInPageSaysWhyASessionHasEnded() {
        Visitor manager = signedIn();
        UnusedSessions.pass(IDLE.plus(A_MINUTE), jdbc);
        manager.get("/remplacements");

        assertThat(manager.follow().text())
                .contains("Votre session a pris fin")
                .contains("après 30 minutes sans activité", "8 heures après la connexion");
        assertThat(manager.get("/connexion").text()).doesNotContain("pris fin");
    }

    @Test
    void aVisitorWithoutASessionSeesNoMessageAboutAnEndedOne() {
        Visitor stranger = world.stranger();
        stranger.get("/remplacements");

        assertThat(stranger.follow().text()).doesNotContain("pris fin");
    }

    @Test
    void unusedSessionsAreDeleted() {
        World.SomeClient client = world.client();
        world.withPassword(client.account()).get("/remplacements");
        assertThat(sessionsOf(client)).isEqualTo(1);

        UnusedSessions.pass(IDLE.minus(A_MINUTE), jdbc);
        sessions.cleanUpExpiredSessions();
        assertThat(sessionsOf(client)).isEqualTo(1);
        UnusedSessions.pass(A_MINUTE.multipliedBy(2), jdbc);
        sessions.cleanUpExpiredSessions();
        assertThat(sessionsOf(client)).isZero();
    }

    private int sessionsOf(World.SomeClient client) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(client.account().id().toString())
                .query(Integer.class)
                .single();
    }

    private Visitor signedIn() {
        Visitor manager = world.withPassword(world.client().account());
        assertThat(manager.get("/remplacements").status()).isEqualTo(200);
        return manager;
    }
}
