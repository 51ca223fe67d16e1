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
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordsTests {

    private static final int CORES = 2;
    private static final int AT_ONCE = SecurityDoc.number("HASHES_PER_CORE") * CORES;
    private static final int IN_LINE = SecurityDoc.number("HASHES_WAITING_PER_CORE") * CORES;

    private final Slow slow = new Slow();
    private final BoundedPasswords passwords = new BoundedPasswords(slow, CORES);
    private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE + IN_LINE);

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
        Awaitility.await().until(() -> passwords.line.availablePermits() == 0);
        long start = System.nanoTime();

        assertThatThrownBy(() -> passwords.encode("une phrase assez longue")).isInstanceOf(TryAgain.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SecurityDoc.duration("HASH_WAIT"));
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
