package ca.releve.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that end by the portal's clock (WEB-03): one that nobody used for {@link SecurityNumbers#SESSION_IDLE}, or whose
 * person signed in {@link SecurityNumbers#SESSION_ABSOLUTE} ago, is not found any more.
 *
 * <p>Spring Session would measure with the machine's clock, and knows no limit for a session that is in use.
 */
class LimitedSessions<S extends Session> implements SessionRepository<LimitedSessions.Limited<S>> {

    private final SessionRepository<S> kept;
    private final Clock clock;

    LimitedSessions(SessionRepository<S> kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Limited<S> createSession() {
        return new Limited<>(kept.createSession(), clock);
    }

    @Override
    public void save(Limited<S> session) {
        kept.save(session.kept);
    }

    @Override
    public Limited<S> findById(String id) {
        S found = kept.findById(id);
        if (found == null) {
            return null;
        }
        Limited<S> session = new Limited<>(found, clock);
        if (session.isExpired()) {
            deleteById(id);
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
    }

    /** A session that is used at the time that the portal's clock shows. */
    static class Limited<S extends Session> implements Session {

        private final S kept;
        private final Clock clock;

        private Limited(S kept, Clock clock) {
            this.kept = kept;
            this.clock = clock;
        }

        @Override
        public void setLastAccessedTime(Instant byTheMachine) {
            kept.setLastAccessedTime(clock.instant());
        }

        @Override
        public boolean isExpired() {
            return isOver(kept.getLastAccessedTime(), SecurityNumbers.SESSION_IDLE)
                    || Optional.ofNullable((Instant) kept.getAttribute(SignedInSince.ATTRIBUTE))
                            .filter(it -> isOver(it, SecurityNumbers.SESSION_ABSOLUTE))
                            .isPresent();
        }

        private boolean isOver(Instant from, Duration limit) {
            return !clock.instant().isBefore(from.plus(limit));
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }
    }
}
