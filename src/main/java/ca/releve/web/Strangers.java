package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is a stranger, and what strangers may leave with the portal, by where they come from. The room of the accounts
 * counts it.
 */
public interface Strangers {

    /** @return how long whoever brings no session has to wait, if too many have begun where she is; takes nothing */
    Optional<Duration> waitForSession(HttpServletRequest request);

    /** One more session has begun. */
    void sessionBegan(HttpServletRequest request);

    /** Whether one more form may be kept for somebody who has no session any more; takes one if so. */
    boolean mayLeaveForm(HttpServletRequest request);

    /** @return what this browser is known by, if somebody with an open account has signed in with it; opens nothing by itself */
    Optional<String> knownBrowser(HttpServletRequest request);

    /** @return how long she has to wait before she may stand in line for a password, if too much was tried where she is */
    Optional<Duration> waitForLine(HttpServletRequest request);

    /** She stood in line in vain, which counts like a wrong password: others did not get her place. */
    void stoodInVain(HttpServletRequest request);
}
