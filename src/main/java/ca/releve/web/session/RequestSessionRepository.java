package ca.releve.web.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Reads a session once a request, and writes the time of its last request once a minute at most. A session that another version of
 * the portal wrote and this one cannot read is deleted: its user signs in again (OPS-19).
 */
class RequestSessionRepository<S extends Session> implements SessionRepository<MinuteSession> {

    private static final Logger log = LoggerFactory.getLogger(RequestSessionRepository.class);

    private final SessionRepository<S> stored;
    private final SessionReads reads;

    RequestSessionRepository(SessionRepository<S> stored, SessionReads reads) {
        this.stored = stored;
        this.reads = reads;
    }

    @Override
    public MinuteSession createSession() {
        return new MinuteSession(stored.createSession());
    }

    /** Once a request if the database does not answer: the page that says so would wait for a connection a second time (OPS-01). */
    @Override
    @SuppressWarnings("unchecked") // Each session comes from this repository.
    public void save(MinuteSession session) {
        if (reads.failure() != null) {
            throw reads.failure();
        }
        try {
            stored.save((S) session.stored());
        } catch (RuntimeException failure) {
            reads.failed(failure);
            throw failure;
        }
    }

    @Override
    public MinuteSession findById(String id) {
        return reads.once(id, () -> read(id));
    }

    private MinuteSession read(String id) {
        S session = stored.findById(id);
        if (session == null) {
            return null;
        }
        try {
            // Spring Session deserialises an attribute when it is asked for, which may be anywhere in a request.
            session.getAttributeNames().forEach(session::getAttribute);
        } catch (ConversionException unreadable) {
            log.warn(
                    "A session was deleted, since it cannot be read: {}",
                    rootOf(unreadable).toString());
            stored.deleteById(id);
            return null;
        }
        return new MinuteSession(session);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void deleteById(String id) {
        reads.forget(id);
        stored.deleteById(id);
    }
}
