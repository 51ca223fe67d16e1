package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.account.Account;
import ca.releve.account.SecurityLog;
import ca.releve.signin.Doors;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LimitsTests {

    private static final Limit LIMIT = Limit.MAIL_FROM_ADDRESS;
    private static final int MOST = SecurityDoc.number("MAIL_REQUESTS_PER_ADDRESS");
    private static final int MANY = 100_000;

    /** In which they are written, since a statement of the portal may take 3 s. */
    private static final int PARTS = 20;

    @Autowired
    World world;

    @Autowired
    Limits limits;

    @Autowired
    SignInGuard guard;

    @Autowired
    SecurityLog log;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    @Covers("ABU-06")
    void countersAreSharedByInstancesAndSurviveARestart() throws Exception {
        List<Limits> instances = List.of(instance(), instance());
        String address = Visitor.anAddress();

        List<Boolean> taken = AtOnce.run(
                3 * MOST,
                number -> () -> instances.get(number % 2).take(LIMIT, address).isEmpty());

        assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(MOST);
        assertThat(instance().take(LIMIT, address)).isPresent();
    }

    @Test
    void attemptsAreAllowedAgainAfterTheGivenDelay() {
        String address = Visitor.anAddress();
        for (int i = 0; i < MOST; i++) {
            limits.take(LIMIT, address);
        }
        Optional<Duration> wait = limits.take(LIMIT, address);
        assertThat(wait.orElseThrow())
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofHours(1).dividedBy(MOST));

        clock.advance(wait.get());

        assertThat(limits.take(LIMIT, address)).isEmpty();
        assertThat(limits.take(LIMIT, address)).isPresent();
    }

    @Test
    void aReturnedTokenIsAvailableAgainAndAProbeTakesNone() {
        String address = Visitor.anAddress();
        for (int i = 0; i < MOST; i++) {
            assertThat(limits.look(LIMIT, address)).isEmpty();
            limits.take(LIMIT, address);
        }
        assertThat(limits.look(LIMIT, address)).isPresent();

        limits.giveBack(LIMIT, address);

        assertThat(limits.take(LIMIT, address)).isEmpty();
    }

    @Test
    void aProbeLocksNoRowWhileTokensAreLeft() {
        String address = Visitor.anAddress();
        limits.take(LIMIT, address);

        Optional<Duration> wait = transaction.execute(status -> {
            jdbc.sql("select 1 from rate_limit where id = ? for update")
                    .param(LIMIT + ":" + address)
                    .query(Integer.class)
                    .single();
            return CompletableFuture.supplyAsync(() -> limits.look(LIMIT, address))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(wait).isEmpty();
    }

    @Test
    @Covers({"ABU-06", "ABU-08"})
    void aFloodIsRecordedOnceAWindow() {
        String address = Visitor.anAddress();
        for (int i = 0; i < 5 * MOST; i++) {
            limits.take(LIMIT, address);
        }
        assertThat(told(address)).isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 5 * MOST; i++) {
            limits.take(LIMIT, address);
        }
        assertThat(told(address)).isEqualTo(2);
    }

    @Test
    @Covers("ABU-06")
    void countersOfForgedAddressesAreDeleted() {
        Account account = world.client().account();
        Doors.signIn(world.stranger(), account.email(), Doors.WRONG);
        String address = Visitor.anAddress();
        limits.take(LIMIT, address);
        for (int part = 0; part < PARTS; part++) {
            jdbc.sql("""
                            insert into rate_limit (id, expires_at)
                            select 'made-up:' || cast(? as text) || ':' || n, now() from generate_series(1, ?) n
                            """).params(part, MANY / PARTS).update();
            jdbc.sql("""
                            insert into sign_in_budget (id, of_device, failures, consecutive, tried_at)
                            select gen_random_uuid(), false, 1, 1, now() from generate_series(1, ?)
                            """).param(MANY / PARTS).update();
        }

        clock.advance(SecurityDoc.duration("SIGN_IN_WINDOW")
                .plus(SecurityDoc.duration("SIGN_IN_LONGEST_DELAY"))
                .plusSeconds(1));
        limits.forget();
        guard.forget();

        assertThat(rows("select count(*) from rate_limit where id like 'made-up:%'"))
                .isZero();
        assertThat(rows("select count(*) from rate_limit where id = '" + LIMIT + ":" + address + "'"))
                .as("what is still counted")
                .isZero();
        assertThat(rows("select count(*) from sign_in_budget where account_id is null"))
                .isZero();
        assertThat(rows("select count(*) from sign_in_budget where account_id = '" + account.id() + "'"))
                .as("what was tried for an account")
                .isEqualTo(1);
    }

    @Test
    void oldEventsAreDeleted() {
        Duration kept = SecurityDoc.duration("SECURITY_EVENTS_KEPT");
        // The events of the other tests of the run stay.
        clock.advance(kept.plusDays(1).negated());
        log.record("authn_login_fail", null, "reason", "long ago");
        clock.advance(Duration.ofDays(2));
        log.record("authn_login_fail", null, "reason", "just now");
        clock.reset();
        log.forgetOld();

        assertThat(rows("select count(*) from security_event where facts = 'reason=long_ago'"))
                .isZero();
        assertThat(rows("select count(*) from security_event where facts = 'reason=just_now'"))
                .isPositive();
    }

    private Limits instance() {
        return new Limits(database, jdbc, log, clock);
    }

    private int told(String address) {
        return jdbc.sql("select count(*) from security_event where event = 'excess_rate_limit_exceeded' and facts = ?")
                .param("limit=" + LIMIT + " key=" + address)
                .query(Integer.class)
                .single();
    }

    private int rows(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
