package ca.releve.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import ca.releve.web.RetryLaterException;
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

class PasswordHashQueueTests {

    private static final int CORES = 2;
    private static final int AT_ONCE = SecurityDoc.number("HASHES_PER_CORE") * CORES;
    private static final int WAITING = SecurityDoc.number("HASHES_WAITING_PER_CORE") * CORES;
    private static final int OF_KNOWN_DEVICES = SecurityDoc.number("KNOWN_DEVICE_HASHES_PER_CORE") * CORES;
    private static final String PASSWORD = "une phrase assez longue";

    private final Slow slow = new Slow();
    private final PasswordHashQueue queue =
            new PasswordHashQueue(slow, CORES, request -> request.getHeader("Known-Device") != null);
    private final ExecutorService requests = Executors.newCachedThreadPool();

    @AfterEach
    void endAllRequests() {
        slow.end.countDown();
        requests.shutdownNow();
    }

    @Test
    @Covers("AUTH-15")
    void concurrentHashesAreLimitedAndFurtherRequestsWait() throws Exception {
        List<Future<String>> asked = fillTheQueue();
        slow.begun.await();

        Awaitility.await().until(() -> asked.stream().filter(Future::isDone).count() == WAITING);

        assertThat(slow.atOnce.get()).isEqualTo(AT_ONCE);
        for (Future<String> one : asked) {
            if (one.isDone()) {
                assertThatThrownBy(one::get).hasCauseInstanceOf(RetryLaterException.class);
            }
        }
        assertThat(queue.free()).as("places of those who gave up").isEqualTo(WAITING);
        slow.end.countDown();
        assertThat(queue.matches(PASSWORD, "hash")).isTrue();
    }

    @Test
    @Covers("AUTH-15")
    void aFullQueueRefusesAtOnce() {
        fillTheQueue();
        Awaitility.await().until(() -> queue.free() == 0);
        long start = System.nanoTime();

        assertThatThrownBy(() -> queue.encode(PASSWORD)).isInstanceOf(RetryLaterException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SecurityDoc.duration("HASH_WAIT"));
    }

    @Test
    @Covers({"AUTH-15", "ABU-02"})
    void aKnownDeviceGetsASlotWhenOthersDoNot() {
        fillTheQueue();
        Awaitility.await().until(() -> queue.free() == 0);
        for (int i = 0; i < OF_KNOWN_DEVICES; i++) {
            requests.submit(() -> encodeFor(true));
        }

        Awaitility.await().untilAsserted(() -> assertThat(slow.atOnce.get()).isEqualTo(AT_ONCE + OF_KNOWN_DEVICES));

        assertThatThrownBy(() -> encodeFor(false)).isInstanceOf(RetryLaterException.class);
    }

    /** The stated cost: known devices have slots together, and one of them can take all. */
    @Test
    @Covers("AUTH-15")
    void oneKnownDeviceCanTakeTheSlotsOfAllKnownDevices() {
        fillTheQueue();
        Awaitility.await().until(() -> queue.free() == 0);
        for (int i = 0; i < OF_KNOWN_DEVICES; i++) {
            requests.submit(() -> encodeFor(true));
        }
        Awaitility.await().until(() -> slow.atOnce.get() == AT_ONCE + OF_KNOWN_DEVICES);

        assertThatThrownBy(() -> encodeFor(true)).isInstanceOf(RetryLaterException.class);
    }

    @Test
    void aFailureFreesTheSlot() {
        slow.end.countDown();
        int free = queue.free();

        assertThatThrownBy(() -> queue.run(() -> {
                    throw new IllegalStateException("the database is unavailable");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(queue.free()).isEqualTo(free);
        assertThat(queue.encode(PASSWORD)).isEqualTo("hash");
    }

    @Test
    void nestedWorkUsesTheSameSlot() {
        slow.end.countDown();

        assertThat(queue.run(() -> queue.encode("a") + queue.matches("a", "hash")))
                .isEqualTo("hashtrue");
    }

    @Test
    void anInterruptedRequestFreesItsPlaceInTheQueue() {
        int free = queue.free();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> queue.encode(PASSWORD)).isInstanceOf(RetryLaterException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(queue.free()).isEqualTo(free);
    }

    private List<Future<String>> fillTheQueue() {
        List<Future<String>> asked = new ArrayList<>();
        for (int i = 0; i < AT_ONCE + WAITING; i++) {
            asked.add(requests.submit(() -> queue.encode(PASSWORD)));
        }
        return asked;
    }

    private String encodeFor(boolean knownDevice) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (knownDevice) {
            request.addHeader("Known-Device", "yes");
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return queue.encode(PASSWORD);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** A hash that ends when the test allows it. */
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
