package ca.releve.web.session;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Reads a session once a request, and writes the time of its last request once a minute at most. */
class RequestSessionRepository<S extends Session> implements SessionRepository<MinuteSession> {

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

    @Override
    @SuppressWarnings("unchecked") // Each session comes from this repository.
    public void save(MinuteSession session) {
        stored.save((S) session.stored());
    }

    @Override
    public MinuteSession findById(String id) {
        return reads.once(id, () -> read(id));
    }

    private MinuteSession read(String id) {
        S session = stored.findById(id);
        return session == null ? null : new MinuteSession(session);
    }

    @Override
    public void deleteById(String id) {
        reads.forget(id);
        stored.deleteById(id);
    }
}
