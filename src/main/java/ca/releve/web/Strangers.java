package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * What people who are not signed in may leave with the portal, by where they come from. The room of the accounts counts it.
 */
public interface Strangers {

    /** @return how long whoever brings no session has to wait, if too many have begun where she is; takes nothing */
    Optional<Duration> waitForSession(HttpServletRequest request);

    /** One more session has begun. */
    void sessionBegan(HttpServletRequest request);

    /** Whether one more form may be kept for somebody who has no session any more; takes one if so. */
    boolean mayLeaveForm(HttpServletRequest request);
}
