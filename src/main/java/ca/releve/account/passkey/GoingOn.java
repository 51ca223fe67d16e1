package ca.releve.account.passkey;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads somebody who has given a factor to the page that had asked for it, or to where her day begins. */
class GoingOn extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String PLACE = GoingOn.class.getName() + ".place";

    GoingOn(RequestCache pages) {
        setRequestCache(pages);
    }

    /** A change is not made later by itself: she comes back to the page of its form. The place is a path of ours (WEB-14). */
    static void rememberPlace(HttpServletRequest request, boolean reading) {
        String query = reading && request.getQueryString() != null ? "?" + request.getQueryString() : "";
        request.getSession().setAttribute(PLACE, request.getRequestURI() + query);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        HttpSession session = request.getSession();
        if (session.getAttribute(PLACE) instanceof String place) {
            session.removeAttribute(PLACE);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, place);
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
