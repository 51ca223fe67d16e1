package ca.releve.web;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;

/** The moment of the sign-in, from which the longest duration of a session is counted. */
public final class SignedInSince {

    static final String ATTRIBUTE = SignedInSince.class.getName();

    private SignedInSince() {}

    /** @return empty before the first click of whoever has just signed in */
    public static Optional<Instant> of(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(ATTRIBUTE));
    }

    public static void remember(HttpSession session, Instant moment) {
        session.setAttribute(ATTRIBUTE, moment);
    }
}
