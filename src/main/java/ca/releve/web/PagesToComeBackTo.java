package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The page that somebody asked for before she signed in. Its address is kept and nothing else: the cache that Spring Security
 * brings keeps the headers too, and with them the secret of the session in the table of sessions.
 */
class PagesToComeBackTo implements RequestCache {

    private static final String ADDRESS = PagesToComeBackTo.class.getName() + ".address";

    /** No page of ours has a longer address; strangers would fill the table of sessions with theirs. */
    private static final int LONGEST = 2_000;

    private static final RequestMatcher READING = new AndRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
            new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request")));

    private final FormPages pages;

    PagesToComeBackTo(FormPages pages) {
        this.pages = pages;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        // Browsers also ask for icons that there are not, in between.
        if (READING.matches(request)
                && pages.isPage(request.getRequestURI())
                && address(request).length() <= LONGEST) {
            request.getSession().setAttribute(ADDRESS, address(request));
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String address = saved(request);
        return address == null ? null : new SimpleSavedRequest(address);
    }

    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (address(request).equals(saved(request))) {
            removeRequest(request, response);
        }
        // Nothing of the first visit is played again.
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ADDRESS);
        }
    }

    private static String saved(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(ADDRESS);
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
