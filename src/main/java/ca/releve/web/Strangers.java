package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Who is a stranger, and what strangers may leave with the portal, by where they come from. The room of the accounts counts it. */
public interface Strangers {

    /** @return how long whoever brings no session has to wait, if too many have begun where she is; takes nothing */
    Optional<Duration> waitForSession(HttpServletRequest request);

    /** One more session has begun. */
    void sessionBegan(HttpServletRequest request);

    /** Whether one more form may be kept for somebody who has no session any more; takes one if so. */
    boolean mayLeaveForm(HttpServletRequest request);

    /** Whether somebody has signed in with this browser before; opens nothing by itself. */
    boolean knows(HttpServletRequest request);
}
