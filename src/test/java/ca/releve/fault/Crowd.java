package ca.releve.fault;

import ca.releve.testing.Visitor;
import ca.releve.testing.Visitor.Page;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Managers who create requests and send their schedules, one after the other, until they are stopped. A form that was not answered,
 * or with 503, is sent again as it is, as a person would.
 */
final class Crowd implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Future<?>> members = new ArrayList<>();
    private final Queue<String> drafted = new ConcurrentLinkedQueue<>();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final Set<Thread> troubled = ConcurrentHashMap.newKeySet();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    private Crowd() {}

    /** @param visitors who have signed in, each as another manager */
    static Crowd of(List<Visitor> visitors) {
        Crowd crowd = new Crowd();
        for (Visitor visitor : visitors) {
            Manager manager = new Manager(visitor, crowd::answered);
            crowd.members.add(crowd.threads.submit(() -> crowd.work(manager)));
        }
        return crowd;
    }

    /** Waits until this number of further requests was sent with success. */
    void awaitSent(int further) {
        int before = sent.size();
        Awaitility.await(further + " further requests are sent")
                .atMost(LIMIT)
                .failFast("a manager met an unexpected page", () -> members.stream()
                        .anyMatch(Future::isDone))
                .until(() -> sent.size() >= before + further);
    }

    /** Waits until the managers have met an answer or a silence that is no success. */
    void awaitTrouble() {
        long before = trouble();
        Awaitility.await("a manager meets the fault").atMost(LIMIT).until(() -> trouble() > before);
    }

    /** Has each manager finish what he or she has begun. */
    void stop() throws Exception {
        over.countDown();
        for (Future<?> member : members) {
            member.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** The notes of the requests whose draft was answered. */
    List<String> drafted() {
        return List.copyOf(drafted);
    }

    /** The notes of the requests whose schedule was answered. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** The statuses of all answers. */
    Set<Integer> statuses() {
        return Set.copyOf(statuses.keySet());
    }

    /** How many times a connection broke or was refused. */
    long unanswered() {
        return unanswered.get();
    }

    /** How many managers had no answer, or one with 5xx. */
    int troubled() {
        return troubled.size();
    }

    /** The longest time until an answer. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        over.countDown();
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return sent.size() + " sent, statuses " + statuses + ", " + unanswered + " unanswered, longest " + longest();
    }

    private void work(Manager manager) {
        while (over.getCount() > 0) {
            String notes = manager.createDraft();
            drafted.add(notes);
            manager.sendSchedule();
            sent.add(notes);
        }
    }

    private long trouble() {
        return unanswered()
                + statuses.entrySet().stream()
                        .filter(it -> it.getKey() >= 500)
                        .mapToLong(it -> it.getValue().get())
                        .sum();
    }

    /** Asks until the answer has the expected status. */
    private Page answered(int expected, Supplier<Page> request) {
        for (long end = System.nanoTime() + LIMIT.toNanos(); System.nanoTime() < end; ) {
            long begun = System.nanoTime();
            try {
                Page page = request.get();
                statuses.computeIfAbsent(page.status(), it -> new AtomicLong()).incrementAndGet();
                if (page.status() == expected) {
                    return page;
                }
                if (page.status() < 500) {
                    throw new IllegalStateException("Not " + expected + " but " + page);
                }
                troubled.add(Thread.currentThread());
            } catch (UncheckedIOException broken) {
                unanswered.incrementAndGet();
                troubled.add(Thread.currentThread());
            } finally {
                longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
            }
            pause();
        }
        throw new IllegalStateException("No answer with " + expected + " in " + LIMIT);
    }

    private void pause() {
        try {
            over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
