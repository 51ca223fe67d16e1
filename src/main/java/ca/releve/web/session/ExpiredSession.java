package ca.releve.web.session;

import jakarta.servlet.http.HttpServletRequest;

/** Tells requests whose session has expired from requests without one. */
public final class ExpiredSession {

    private static final String ENDED_NOW = ExpiredSession.class.getName() + ".endedNow";

    private ExpiredSession() {}

    /** Ends the session of this request, as if it had expired before it. */
    public static void end(HttpServletRequest request) {
        request.getSession().invalidate();
        request.setAttribute(ENDED_NOW, true);
    }

    /** Whether the request names a session that does not exist any more. */
    static boolean isBehind(HttpServletRequest request) {
        return request.getAttribute(ENDED_NOW) != null
                || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
