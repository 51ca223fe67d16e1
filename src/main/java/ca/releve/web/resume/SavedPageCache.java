package ca.releve.web.resume;

import ca.releve.web.access.HandlerLookup;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Remembers the page that was requested before the sign-in. It stores the address only: Spring Security's own cache stores the
 * headers too, and with the cookies the secret of the session.
 */
@Component
public class SavedPageCache implements RequestCache {

    private static final String ADDRESS = SavedPageCache.class.getName() + ".address";

    /** No page has a longer address; longer ones would fill the session table. */
    private static final int LONGEST = 2_000;

    private final HandlerLookup handlers;

    SavedPageCache(HandlerLookup handlers) {
        this.handlers = handlers;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null) {
            savePage(request);
        }
    }

    /** Saves the address also of a form or a fragment; the user comes back to it with a GET (WEB-14). */
    public void savePage(HttpServletRequest request) {
        boolean reading = HttpMethod.GET.matches(request.getMethod());
        String address = reading ? address(request) : request.getRequestURI();
        // In between, browsers request icons that do not exist.
        if (handlers.isPage(request.getRequestURI()) && address.length() <= LONGEST) {
            request.getSession().setAttribute(ADDRESS, address);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        String address = (String) WebUtils.getSessionAttribute(request, ADDRESS);
        return address == null ? null : new SimpleSavedRequest(address);
    }

    /** @return null: the saved request is not replayed; it is removed when the user is back */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (address(request).equals(WebUtils.getSessionAttribute(request, ADDRESS))) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        WebUtils.setSessionAttribute(request, ADDRESS, null);
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
