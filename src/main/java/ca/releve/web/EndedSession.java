package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Whether a browser still holds the secret of a session that is over, so that the sign-in page can say why it is shown. */
public final class EndedSession {

    private static final String TO_TELL = EndedSession.class.getName();

    private EndedSession() {}

    static boolean isBehind(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    static void tellAbout(HttpServletRequest request) {
        if (isBehind(request)) {
            request.getSession().setAttribute(TO_TELL, true);
        }
    }

    /** Says so once. */
    public static boolean isToBeTold(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean ended = session != null && session.getAttribute(TO_TELL) != null;
        if (ended) {
            session.removeAttribute(TO_TELL);
        }
        return ended;
    }
}
