package ca.releve.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.account.Account;
import ca.releve.signin.Answer;
import ca.releve.signin.Doors;
import ca.releve.testing.AtOnce;
import ca.releve.testing.Covers;
import ca.releve.testing.PortalTest;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.TestClock;
import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import ca.releve.testing.World;
import ca.releve.web.RetryLaterException;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@PortalTest
class SignInLimitsPagesTests {

    private static final int FREE = SecurityDoc.number("SIGN_IN_FREE_FAILURES");
    private static final int MOST = SecurityDoc.number("SIGN_IN_MOST_FAILURES");
    private static final int PER_ADDRESS = SecurityDoc.number("SIGN_IN_FAILURES_PER_ADDRESS");
    private static final Duration FIRST_DELAY = SecurityDoc.duration("SIGN_IN_FIRST_DELAY");
    private static final String NEW = "une tout autre phrase, assez longue";

    @Autowired
    World world;

    @Autowired
    SignInGuard guard;

    @Autowired
    Limits limits;

    @Autowired
    KnownDevices devices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    @Covers({"ABU-01", "AUTH-01"})
    void afterTooManyWrongPasswordsTheRightOneIsRefusedLikeAWrongOneUntilTheDelayIsOver() {
        Account account = world.client().account();
        Answer wrong = answer(account.email(), Doors.WRONG);
        Doors.fail(world, account.email(), FREE - 1);

        assertThat(answer(account.email(), World.PASSWORD)).isEqualTo(wrong);
        assertThat(guard.lockedUntil(account.id())).isPresent();
        assertThat(guard.isLocked(account.id())).isFalse();

        clock.advance(FIRST_DELAY);
        assertThat(opens(account, World.PASSWORD)).isTrue();
        assertThat(guard.lockedUntil(account.id())).isEmpty();
    }

    @Test
    @Covers({"ABU-01", "AUTH-01"})
    void anAddressWithoutAnAccountIsRefusedInTheSameWay() {
        String unknown = world.email("inconnue").original();
        Answer first = answer(unknown, World.PASSWORD);
        Doors.fail(world, unknown, FREE);

        assertThat(answer(unknown, World.PASSWORD)).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from sign_in_budget where account_id is null and failures = ?")
                        .param(FREE)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @Covers("ABU-01")
    void afterAHundredInARowOnlyANewPasswordOrTheStaffOpensTheAccount() {
        Account account = world.client().account();
        failInARow(account, MOST - 1);
        Doors.fail(world, account.email(), 1);
        clock.advance(Duration.ofDays(1));

        assertThat(guard.isLocked(account.id())).isTrue();
        assertThat(opens(account, World.PASSWORD)).isFalse();
        guard.unlock(account.id());
        assertThat(opens(account, World.PASSWORD)).isTrue();

        failInARow(account, MOST);
        assertThat(guard.lockedAmong(List.of(account.id(), UUID.randomUUID()))).containsExactly(account.id());
        Doors.forgotten(world.stranger(), account.email());
        Doors.reset(world.stranger(), world.mailTo(account.email()).path(), NEW);
        assertThat(guard.isLocked(account.id())).isFalse();
        assertThat(opens(account, NEW)).isTrue();
    }

    @Test
    @Covers("ABU-01")
    void concurrentAttemptsAreCountedBeforeTheirPasswordsAreChecked() throws Exception {
        Account account = world.client().account();

        AtOnce.run(4 * FREE, number -> () -> Doors.signIn(world.stranger(), account.email(), Doors.WRONG));

        assertThat(jdbc.sql("select consecutive from sign_in_budget where account_id = ?")
                        .param(account.id())
                        .query(Integer.class)
                        .single())
                .isBetween(1, FREE);
    }

    @Test
    @Covers("ABU-02")
    void anHourOfAttemptsByOthersDoesNotLockTheOwnerOut() {
        Account account = world.client().account();
        Visitor owner = world.withPassword(account);
        Visitor elsewhere = world.stranger();
        Visitor attacker = world.stranger();
        for (int minute = 0; minute < 60; minute += 10) {
            Doors.signIn(attacker, account.email(), Doors.WRONG);
            clock.advance(Duration.ofMinutes(10));
        }
        failFreely(account);
        assertThat(guard.lockedUntil(account.id())).isPresent();

        assertThat(Doors.opens(elsewhere, account.email(), World.PASSWORD)).isFalse();
        assertThat(Doors.opens(withoutSession(owner), account.email(), World.PASSWORD))
                .isTrue();

        Doors.forgotten(elsewhere, account.email());
        Doors.reset(elsewhere, world.mailTo(account.email()).path(), NEW);
        failFreely(account);
        assertThat(guard.lockedUntil(account.id())).isPresent();
        assertThat(Doors.opens(elsewhere, account.email(), NEW)).isTrue();
    }

    @Test
    @Covers("ABU-02")
    void aStolenDeviceCookieGivesNoMoreAttempts() {
        Account account = world.client().account();
        Visitor stolen = withoutSession(world.withPassword(account));

        for (int i = 0; i < FREE; i++) {
            Doors.signIn(stolen, account.email(), Doors.WRONG);
        }

        assertThat(Doors.opens(stolen, account.email(), World.PASSWORD)).isFalse();
        assertThat(opens(account, World.PASSWORD)).isTrue();
        assertThat(guard.lockedUntil(account.id())).isEmpty();
    }

    @Test
    @Covers("ABU-01")
    void attemptsOfAKnownDeviceDuringTheDelayAreCountedByAddress() {
        Account account = world.client().account();
        MockHttpServletRequest known = new MockHttpServletRequest();
        known.setRemoteAddr(Visitor.anAddress());
        known.setCookies(new Cookie(
                "__Host-APPAREIL",
                world.withPassword(account).cookie("__Host-APPAREIL").orElseThrow()));

        for (int i = 0; i < FREE + PER_ADDRESS; i++) {
            guard.failed(guard.begin(account.email(), known));
        }

        assertThatThrownBy(() -> guard.begin(account.email(), known)).isInstanceOf(RetryLaterException.class);
    }

    @Test
    @Covers("ABU-02")
    void aDeviceIsKnownOnlyForAccountsThatSignedInFromIt() {
        Account account = world.client().account();
        Account colleague = world.client().account();
        Visitor shared = withoutSession(world.withPassword(colleague));
        failFreely(account);

        assertThat(Doors.opens(shared, account.email(), World.PASSWORD)).isFalse();

        clock.advance(FIRST_DELAY);
        String cookie = shared.cookie("__Host-APPAREIL").orElseThrow();
        assertThat(Doors.opens(shared, account.email(), World.PASSWORD)).isTrue();
        assertThat(shared.cookie("__Host-APPAREIL")).hasValue(cookie);
        failFreely(account);
        assertThat(Doors.opens(withoutSession(shared), account.email(), World.PASSWORD))
                .isTrue();
    }

    @Test
    void aForgedDeviceCookieIsReplaced() {
        Account account = world.client().account();
        Visitor visitor = world.stranger().with("Cookie", "__Host-APPAREIL=invente");

        Doors.signIn(visitor, account.email(), World.PASSWORD);

        assertThat(visitor.cookie("__Host-APPAREIL").orElseThrow()).hasSize(43).isNotEqualTo("invente");
        assertThat(jdbc.sql("select count(*) from known_device where device_hash = sha256(convert_to(?, 'UTF8'))")
                        .param(visitor.cookie("__Host-APPAREIL").orElseThrow())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAccountKeepsItsLastDevicesUntilTheyExpire() {
        Account account = world.client().account();
        int most = SecurityDoc.number("DEVICES_PER_ACCOUNT");
        jdbc.sql("""
                        insert into known_device (device_hash, account_id, last_used_at)
                        select sha256(convert_to(gen_random_uuid()::text, 'UTF8')), ?, now() - interval '1 day'
                          from generate_series(1, ?)
                        """).params(account.id(), most).update();

        world.withPassword(account);

        assertThat(devicesOf(account)).isEqualTo(most);
        clock.advance(SecurityDoc.duration("DEVICE_KNOWN").minusHours(1));
        devices.forgetOld();
        assertThat(devicesOf(account)).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        devices.forgetOld();
        assertThat(devicesOf(account)).isZero();
    }

    @Test
    @Covers({"ABU-03", "ABU-02"})
    void passwordSprayingIsStoppedBeforeTheFortiethAccount() {
        Account account = world.client().account();
        Visitor colleague = withoutSession(world.withPassword(account));
        Visitor sprayer = world.stranger();
        Page form = sprayer.get("/connexion");
        Instant start = clock.instant();
        int tried = 0;
        Page answer;
        do {
            // The clock stands still, so that a slow machine does not end the delay.
            clock.set(start);
            answer = sprayer.press(
                    form,
                    "Se connecter",
                    Map.of("email", "gestionnaire" + tried + "@example.test", "password", Doors.WRONG));
            tried++;
        } while (answer.status() != 429 && tried < 200);

        assertThat(tried).isEqualTo(PER_ADDRESS + 1).isLessThan(40);
        assertThat(answer.header("Retry-After").map(Integer::parseInt).orElseThrow())
                .isBetween(1, 60);
        assertThat(answer.text()).contains("Trop d’essais en peu de temps");
        sprayer.get("/connexion?langue=en");
        assertThat(sprayer.press("Sign in", Map.of("email", account.email(), "password", World.PASSWORD))
                        .text())
                .contains("Too many attempts");
        assertThat(Doors.opens(colleague.from(sprayer.address()), account.email(), World.PASSWORD))
                .as("a known browser behind the same address")
                .isTrue();
        assertThat(opens(account, World.PASSWORD)).as("from elsewhere").isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(Doors.opens(world.stranger().from(sprayer.address()), account.email(), World.PASSWORD))
                .as("a minute later")
                .isTrue();
    }

    @Test
    @Covers("ABU-03")
    void theTotalOfWrongPasswordsIsLimitedAndKnownDevicesAreExempt() {
        Account account = world.client().account();
        Visitor known = withoutSession(world.withPassword(account));
        clock.stop();
        int all = 0;
        while (limits.take(Limit.SIGN_IN_IN_ALL, "").isEmpty()) {
            all++;
        }

        assertThat(all)
                .isBetween(
                        SecurityDoc.number("SIGN_IN_FAILURES_IN_ALL") - 5,
                        2 * SecurityDoc.number("SIGN_IN_FAILURES_IN_ALL"));
        assertThat(Doors.signIn(world.stranger(), account.email(), World.PASSWORD)
                        .status())
                .isEqualTo(429);
        assertThat(Doors.opens(known, account.email(), World.PASSWORD)).isTrue();
    }

    private Answer answer(String email, String password) {
        Visitor visitor = world.stranger();
        Page answer = Doors.signIn(visitor, email, password);
        return Answer.of(answer, visitor.follow()).without(email);
    }

    private boolean opens(Account account, String password) {
        return Doors.opens(world.stranger(), account.email(), password);
    }

    /** Signs in with wrong passwords, each from another address, until the delay begins. */
    private void failFreely(Account account) {
        for (int i = 0; i < FREE; i++) {
            fail(account);
        }
    }

    private void fail(Account account) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(Visitor.anAddress());
        guard.failed(guard.begin(account.email(), request));
    }

    private void failInARow(Account account, int times) {
        fail(account);
        jdbc.sql("update sign_in_budget set failures = 1, consecutive = ? where account_id = ? and not of_device")
                .params(times, account.id())
                .update();
    }

    private int devicesOf(Account account) {
        return jdbc.sql("select count(*) from known_device where account_id = ?")
                .param(account.id())
                .query(Integer.class)
                .single();
    }

    private static Visitor withoutSession(Visitor visitor) {
        visitor.forgetCookie("__Host-SESSION");
        return visitor;
    }
}
