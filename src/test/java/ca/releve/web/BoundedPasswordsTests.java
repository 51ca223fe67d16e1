package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private static final int FROM_ONE_NETWORK = SecurityDoc.number("HASHES_PER_NETWORK");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Slow slow = new Slow();
    private final BoundedPasswords passwords =
            new BoundedPasswords(slow, CORES, request -> request.getHeader("Known") != null);
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
    @Covers("AUTH-15")
    void oneNetworkFillsNoMoreThanItsShareOfTheLine() {
        for (int i = 0; i < FROM_ONE_NETWORK; i++) {
            people.submit(() -> from("203.0.113.7", false));
        }
        Awaitility.await().until(() -> passwords.line.free() == AT_ONCE + IN_LINE - FROM_ONE_NETWORK);

        assertThatThrownBy(() -> from("203.0.113.7", false)).isInstanceOf(TryAgain.class);
        Future<String> another = people.submit(() -> from("203.0.113.8", false));

        Awaitility.await().until(() -> passwords.line.free() == AT_ONCE + IN_LINE - FROM_ONE_NETWORK - 1);
        slow.end.countDown();
        assertThat(another).succeedsWithin(SOON).isEqualTo("hash");
        Awaitility.await().until(() -> passwords.line.free() == AT_ONCE + IN_LINE);
        assertThat(from("203.0.113.7", false)).isEqualTo("hash");
    }

    @Test
    @Covers({"AUTH-15", "ABU-02"})
    void whoeverHasSignedInWithHerBrowserBeforeFindsATurnWhereStrangersFindNone() throws Exception {
        for (int i = 0; i < AT_ONCE + IN_LINE; i++) {
            String address = "203.0.113." + i;
            people.submit(() -> from(address, false));
        }
        Awaitility.await().until(() -> passwords.line.free() == 0);
        slow.begun.await();

        assertThatThrownBy(() -> from("198.51.100.1", false)).isInstanceOf(TryAgain.class);
        people.submit(() -> from("198.51.100.1", true));

        Awaitility.await().untilAsserted(() -> assertThat(slow.atOnce.get()).isEqualTo(AT_ONCE + 1));
    }

    private String from(String address, boolean known) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (known) {
            request.addHeader("Known", "yes");
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return passwords.encode("une phrase assez longue");
        } finally {
            RequestContextHolder.resetRequestAttributes();
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
