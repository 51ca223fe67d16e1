package ca.releve.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A line before a few turns. Where it is too long nobody joins it, since whoever waits holds one of the server's threads; and
 * one network fills no more than its share of it.
 */
final class Line {

    private final int mostFromOneNetwork;
    private final Semaphore places;
    private final Semaphore turns;
    private final Map<String, Integer> fromNetwork = new ConcurrentHashMap<>();

    /**
     * @param atOnce how many have their turn at the same time
     * @param waiting how many wait for theirs
     */
    Line(int atOnce, int waiting, int mostFromOneNetwork) {
        this.mostFromOneNetwork = mostFromOneNetwork;
        this.places = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a turn, which {@link #leave} gives back.
     *
     * @param network where she comes from; empty for the portal itself
     * @return whether it is her turn
     */
    boolean enter(Optional<String> network, Duration longest) {
        if (!takePlace(network)) {
            return false;
        }
        boolean hers = false;
        try {
            hers = turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            if (!hers) {
                givePlaceBack(network);
            }
        }
        return hers;
    }

    void leave(Optional<String> network) {
        turns.release();
        givePlaceBack(network);
    }

    /** How many more may join. */
    int free() {
        return places.availablePermits();
    }

    private boolean takePlace(Optional<String> network) {
        int fromThere =
                network.map(it -> fromNetwork.merge(it, 1, Integer::sum)).orElse(0);
        if (fromThere <= mostFromOneNetwork && places.tryAcquire()) {
            return true;
        }
        network.ifPresent(this::forgetOne);
        return false;
    }

    private void givePlaceBack(Optional<String> network) {
        places.release();
        network.ifPresent(this::forgetOne);
    }

    private void forgetOne(String network) {
        fromNetwork.computeIfPresent(network, (it, number) -> number == 1 ? null : number - 1);
    }
}
