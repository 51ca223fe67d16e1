package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class BoundedPasswordsTests {

    private static final int CORES = 2;
    private static final int AT_ONCE = SecurityDoc.number("HASHES_PER_CORE") * CORES;
    private static final int IN_LINE = SecurityDoc.number("HASHES_WAITING_PER_CORE") * CORES;

    private static final int OF_ONE_BROWSER = SecurityDoc.number("HASHES_PER_KNOWN_BROWSER");
    private static final int MOST_IN_VAIN = 2;
    private static final int OF_KNOWN = SecurityDoc.number("HASHES_OF_KNOWN_PER_CORE") * CORES;

    private final Slow slow = new Slow();
    private final BoundedPasswords passwords = new BoundedPasswords(slow, CORES, new AtTheDoor());
    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void everybodyGoesHome() {
        slow.end.countDown();
        people.shutdownNow();
    }

    @Test
    @Covers("AUTH-15")
    void soManyPasswordsAreHashedAtOnceAndTheOthersWaitForAMoment() throws Exception {
        List<Future<String>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE + IN_LINE; i++) {
            asked.add(people.submit(() -> passwords.encode("une phrase assez longue")));
        }
        slow.begun.await();

        Awaitility.await().until(() -> asked.stream().filter(Future::isDone).count() == IN_LINE);

        assertThat(slow.atOnce.get()).isEqualTo(AT_ONCE);
        for (Future<String> one : asked) {
            if (one.isDone()) {
                assertThatThrownBy(one::get).hasCauseInstanceOf(TryAgain.class);
            }
        }
        slow.end.countDown();
        assertThat(passwords.matches("une phrase assez longue", "hash")).isTrue();
    }

    @Test
    @Covers("AUTH-15")
    void whoeverFindsTheLineFullIsToldAtOnce() {
        for (int i = 0; i < AT_ONCE + IN_LINE; i++) {
            people.submit(() -> passwords.encode("une phrase assez longue"));
        }
        Awaitility.await().until(() -> passwords.line.free() == 0);
        long start = System.nanoTime();

        assertThatThrownBy(() -> passwords.encode("une phrase assez longue")).isInstanceOf(TryAgain.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SecurityDoc.duration("HASH_WAIT"));
    }

    @Test
    @Covers({"AUTH-15", "ABU-02"})
    void whoeverHasSignedInWithHerBrowserBeforeFindsATurnWhereStrangersFindNone() {
        strangersFillTheLine();
        for (int i = 0; i < OF_KNOWN; i++) {
            String browser = "browser " + i;
            people.submit(() -> from("198.51.100.1", browser));
        }

        Awaitility.await().untilAsserted(() -> assertThat(slow.atOnce.get()).isEqualTo(AT_ONCE + OF_KNOWN));

        assertThatThrownBy(() -> from("192.0.2.1", null)).isInstanceOf(TryAgain.class);
    }

    @Test
    @Covers({"AUTH-15", "ABU-02"})
    void oneBrowserHasNoMoreThanItsShareOfTheLineOfThoseThatAreKnown() {
        strangersFillTheLine();
        for (int i = 0; i < OF_ONE_BROWSER; i++) {
            String address = "198.51.100." + i;
            people.submit(() -> from(address, "browser of an insider"));
        }
        Awaitility.await().untilAsserted(() -> assertThat(slow.atOnce.get()).isGreaterThan(AT_ONCE));

        assertThatThrownBy(() -> from("198.51.100.99", "browser of an insider")).isInstanceOf(TryAgain.class);
        people.submit(() -> from("198.51.100.99", "browser of an honest one"));

        slow.end.countDown();
        Awaitility.await().untilAsserted(() -> assertThat(slow.atOnce.get())
                .isGreaterThanOrEqualTo(AT_ONCE + OF_ONE_BROWSER + 1));
    }

    @Test
    @Covers({"AUTH-15", "ABU-03"})
    void whoeverStandsInLineInVainIsCountedWhereSheIsAndTurnedAwayInTheEnd() {
        strangersFillTheLine();

        for (int i = 0; i < MOST_IN_VAIN; i++) {
            assertThatThrownBy(() -> from("192.0.2.1", null))
                    .isInstanceOfSatisfying(
                            TryAgain.class, it -> assertThat(it.isBusy()).isTrue());
        }

        assertThatThrownBy(() -> from("192.0.2.1", null))
                .isInstanceOfSatisfying(
                        TryAgain.class, it -> assertThat(it.isBusy()).isFalse());
    }

    @Test
    @Covers({"AUTH-15", "ABU-03"})
    void whoeverComesWithMoreThanTheShareOfAKnownBrowserIsCountedLikeAStranger() {
        strangersFillTheLine();
        for (int i = 0; i < OF_ONE_BROWSER; i++) {
            people.submit(() -> from("192.0.2.1", "browser of an insider"));
        }
        Awaitility.await().untilAsserted(() -> assertThat(slow.atOnce.get()).isEqualTo(AT_ONCE + OF_KNOWN));

        for (int i = 0; i < MOST_IN_VAIN; i++) {
            assertThatThrownBy(() -> from("192.0.2.1", "browser of an insider")).isInstanceOf(TryAgain.class);
        }

        assertThatThrownBy(() -> from("192.0.2.1", "browser of an insider"))
                .isInstanceOfSatisfying(
                        TryAgain.class, it -> assertThat(it.isBusy()).isFalse());
    }

    private void strangersFillTheLine() {
        for (int i = 0; i < AT_ONCE + IN_LINE; i++) {
            people.submit(() -> passwords.encode("une phrase assez longue"));
        }
        Awaitility.await().until(() -> passwords.line.free() == 0);
    }

    @Test
    void aTurnThatGoesWrongIsOverAllTheSame() {
        slow.end.countDown();
        int free = passwords.line.free();

        assertThatThrownBy(() -> passwords.inTurn(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(passwords.line.free()).isEqualTo(free);
        assertThat(passwords.encode("une phrase assez longue")).isEqualTo("hash");
    }

    private String from(String address, String browser) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (browser != null) {
            request.addHeader("Browser", browser);
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return passwords.encode("une phrase assez longue");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** Knows a browser by what it says. */
    private static final class AtTheDoor implements Strangers {

        private final Map<String, Integer> inVain = new ConcurrentHashMap<>();

        @Override
        public Optional<Duration> waitForSession(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sessionBegan(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean mayLeaveForm(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> knownBrowser(HttpServletRequest request) {
            return Optional.ofNullable(request.getHeader("Browser"));
        }

        @Override
        public Optional<Duration> waitForLine(HttpServletRequest request) {
            return Optional.of(Duration.ofMinutes(1))
                    .filter(it -> inVain.getOrDefault(request.getRemoteAddr(), 0) >= MOST_IN_VAIN);
        }

        @Override
        public void stoodInVain(HttpServletRequest request) {
            inVain.merge(request.getRemoteAddr(), 1, Integer::sum);
        }
    }

    @Test
    void whoeverHasHerTurnDoesNotWaitForAnother() {
        slow.end.countDown();

        assertThat(passwords.inTurn(() -> passwords.encode("a") + passwords.matches("a", "hash")))
                .isEqualTo("hashtrue");
    }

    /** Hashes for as long as the test wants. */
    private static final class Slow implements PasswordEncoder {

        final CountDownLatch begun = new CountDownLatch(AT_ONCE);
        final CountDownLatch end = new CountDownLatch(1);
        final AtomicInteger atOnce = new AtomicInteger();

        @Override
        public String encode(CharSequence password) {
            atOnce.incrementAndGet();
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return "hash";
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return encode(password).equals(hash);
        }
    }
}
