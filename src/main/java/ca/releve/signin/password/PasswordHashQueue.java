package ca.releve.signin.password;

import ca.releve.web.RetryLaterException;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Bounds how many password hashes are computed at once (AUTH-15): each takes 19 MiB and a core. Other requests wait for a free
 * slot for {@link SecurityNumbers#HASH_WAIT} at most; when the queue is full, a request is refused at once, since each waiting
 * request holds a thread of the server.
 *
 * <p>A request from a known device that finds no free slot waits for one of a few slots of its own, so that requests from
 * unknown browsers do not lock its user out (ABU-02).
 */
public final class PasswordHashQueue implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Predicate<HttpServletRequest> isKnownDevice;
    private final Lane common;
    private final Lane knownDevices;
    private final ThreadLocal<Boolean> holdsSlot = ThreadLocal.withInitial(() -> false);

    public PasswordHashQueue(PasswordEncoder encoder, int cores, Predicate<HttpServletRequest> isKnownDevice) {
        this.encoder = encoder;
        this.isKnownDevice = isKnownDevice;
        this.common =
                new Lane(SecurityNumbers.HASHES_PER_CORE * cores, SecurityNumbers.HASHES_WAITING_PER_CORE * cores);
        this.knownDevices = new Lane(
                SecurityNumbers.KNOWN_DEVICE_HASHES_PER_CORE * cores,
                SecurityNumbers.KNOWN_DEVICE_HASHES_WAITING_PER_CORE * cores);
    }

    @Override
    public String encode(CharSequence password) {
        return run(() -> encoder.encode(PasswordRules.normalise(password)));
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return run(() -> encoder.matches(PasswordRules.normalise(password), hash));
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /**
     * Runs work that computes a hash and whatever belongs to it, such as counting the attempt: a crowd then holds as few
     * database connections as cores. Hashes computed by the work itself need no slot of their own.
     *
     * @throws RetryLaterException if no slot is free in time
     */
    public <T> T run(Supplier<T> work) {
        if (holdsSlot.get()) {
            return work.get();
        }
        Lane lane = enter();
        holdsSlot.set(true);
        try {
            return work.get();
        } finally {
            holdsSlot.remove();
            lane.leave();
        }
    }

    /** How many more requests may wait or be hashed, apart from those of known devices. */
    int free() {
        return common.places.availablePermits();
    }

    private Lane enter() {
        if (common.enter(Duration.ZERO)) {
            return common;
        }
        Lane lane = comesFromKnownDevice() ? knownDevices : common;
        if (!lane.enter(SecurityNumbers.HASH_WAIT)) {
            throw RetryLaterException.busy();
        }
        return lane;
    }

    private boolean comesFromKnownDevice() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && isKnownDevice.test(attributes.getRequest());
    }

    /** A number of slots and a bounded, fair queue before them. */
    private static final class Lane {

        private final Semaphore slots;
        private final Semaphore places;

        Lane(int slots, int waiting) {
            this.slots = new Semaphore(slots, true);
            this.places = new Semaphore(slots + waiting);
        }

        boolean enter(Duration longestWait) {
            if (!places.tryAcquire()) {
                return false;
            }
            boolean entered = false;
            try {
                entered = slots.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                if (!entered) {
                    places.release();
                }
            }
            return entered;
        }

        void leave() {
            slots.release();
            places.release();
        }
    }
}
