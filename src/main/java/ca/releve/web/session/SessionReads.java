package ca.releve.web.session;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The sessions that the present request has read, by id, and why one could not be written. Spring Session asks for the session of
 * a request again after its response was sent; it gets the one of the first time. Nothing is kept for the next request.
 */
class SessionReads implements ServletRequestListener {

    /** The repository does not get the request. */
    private final ThreadLocal<Map<String, Optional<MinuteSession>>> read = ThreadLocal.withInitial(HashMap::new);

    private final ThreadLocal<RuntimeException> failure = new ThreadLocal<>();

    /** @return the session of this id; null if there is none, or if it has got another id since */
    MinuteSession once(String id, Supplier<MinuteSession> reading) {
        return read.get()
                .computeIfAbsent(id, it -> Optional.ofNullable(reading.get()))
                .filter(session -> session.getId().equals(id))
                .orElse(null);
    }

    void forget(String id) {
        read.get().remove(id);
    }

    void failed(RuntimeException reason) {
        failure.set(reason);
    }

    /** @return null if none has failed */
    RuntimeException failure() {
        return failure.get();
    }

    @Override
    public void requestInitialized(ServletRequestEvent begun) {
        clear();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent over) {
        clear();
    }

    private void clear() {
        read.remove();
        failure.remove();
    }
}
