package ca.releve.testing;

import ca.releve.account.AccountPrincipal;
import ca.releve.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Records every form that a test of this fork submitted, with its answer. */
public final class Presses implements HandlerInterceptor {

    private static final String WHO = Presses.class.getName() + ".who";
    private static final Queue<Press> ALL = new ConcurrentLinkedQueue<>();

    static {
        HistoryMatrix.lookAtTheEnd();
    }

    /** The submissions of this fork so far. */
    public static Collection<Press> all() {
        return ALL;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof AccountPrincipal principal) {
            request.setAttribute(WHO, principal.accountId());
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (request.getMethod().equals("POST") && pattern != null) {
            ALL.add(new Press(
                    "POST " + pattern,
                    request.getRequestURI(),
                    RequestId.of(request),
                    request.getParameter("submissionId"),
                    response.getStatus(),
                    (UUID) request.getAttribute(WHO)));
        }
    }

    /**
     * A submitted form.
     *
     * @param path path of the request
     * @param number number of the request
     * @param submissionId submission id of the form; null if it has none
     * @param account account of the user; null if nobody was signed in
     */
    public record Press(String handler, String path, String number, String submissionId, int status, UUID account) {

        /** Whether the form was accepted: a refusal has no redirect. */
        public boolean isDone() {
            return status == 302 || status == 303;
        }
    }
}
