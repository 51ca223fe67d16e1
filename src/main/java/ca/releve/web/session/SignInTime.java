package ca.releve.web.session;

import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;

/** The time of the sign-in, from which the absolute limit of a session is counted (WEB-03). */
public final class SignInTime {

    private static final String ATTRIBUTE = SignInTime.class.getName();

    private SignInTime() {}

    /** @return empty before the first request after a sign-in */
    public static Optional<Instant> of(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(ATTRIBUTE));
    }

    public static void set(HttpSession session, Instant time) {
        session.setAttribute(ATTRIBUTE, time);
    }

    /** Whether the sign-in was {@link SecurityNumbers#SESSION_ABSOLUTE} ago or earlier. */
    public static boolean isTooLongAgo(HttpSession session, Instant now) {
        return of(session)
                .filter(since -> !now.isBefore(since.plus(SecurityNumbers.SESSION_ABSOLUTE)))
                .isPresent();
    }
}
