package ca.releve.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A line before a few turns. Where it is too long nobody joins it, since whoever waits holds one of the server's threads; and
 * nobody fills more than a share of it.
 */
final class Line {

    private final int mostOfOne;
    private final Semaphore places;
    private final Semaphore turns;
    private final Map<String, Integer> ofEach = new ConcurrentHashMap<>();

    /**
     * @param atOnce how many have their turn at the same time
     * @param waiting how many wait for theirs
     */
    Line(int atOnce, int waiting, int mostOfOne) {
        this.mostOfOne = mostOfOne;
        this.places = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a turn, which {@link #leave} gives back.
     *
     * @param who whose share it is; empty for the portal itself
     * @return whether it is her turn
     */
    boolean enter(Optional<String> who, Duration longest) {
        if (!takePlace(who)) {
            return false;
        }
        boolean hers = false;
        try {
            hers = turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            if (!hers) {
                givePlaceBack(who);
            }
        }
        return hers;
    }

    void leave(Optional<String> who) {
        turns.release();
        givePlaceBack(who);
    }

    /** How many more may join. */
    int free() {
        return places.availablePermits();
    }

    private boolean takePlace(Optional<String> who) {
        int hers = who.map(it -> ofEach.merge(it, 1, Integer::sum)).orElse(0);
        if (hers <= mostOfOne && places.tryAcquire()) {
            return true;
        }
        who.ifPresent(this::forgetOne);
        return false;
    }

    private void givePlaceBack(Optional<String> who) {
        places.release();
        who.ifPresent(this::forgetOne);
    }

    private void forgetOne(String who) {
        ofEach.computeIfPresent(who, (it, number) -> number == 1 ? null : number - 1);
    }
}
