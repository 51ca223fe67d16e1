package ca.releve.web.resume;

import ca.releve.web.access.HandlerLookup;
import ca.releve.web.form.SubmittedFields;
import ca.releve.web.session.HtmxRedirectStrategy;
import ca.releve.web.session.SignInPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Handles forms without a valid CSRF token, most often because their session has expired. Such a form changes nothing. If a page
 * of the portal sent it, its values are kept and the form is shown again, after a sign-in where that is needed (WEB-07).
 */
@Component
public class ExpiredFormHandler implements AccessDeniedHandler {

    /** Request attribute: the error page explains an expired form, and not a missing right. */
    private static final String LATE = "late";

    private static final RedirectStrategy REDIRECT = new HtmxRedirectStrategy();

    private final KeptForms forms;
    private final HandlerLookup handlers;

    ExpiredFormHandler(KeptForms forms, HandlerLookup handlers) {
        this.forms = forms;
        this.handlers = handlers;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        String sentTo = request.getRequestURI();
        // The request has no user yet at this place in the filter chain.
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (!comesFromOurPages(request) || signedIn && !(handlers.isPage(sentTo) && SubmittedFields.isTyped(request))) {
            request.setAttribute(LATE, true);
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        if (request.getParameter(SubmittedFields.PERSON) != null) {
            SignInPage.showExpiry(request, response);
        }
        forms.keep(request);
        REDIRECT.sendRedirect(request, response, handlers.pageFor(sentTo));
    }

    /**
     * Whether the browser states that a page of the portal sent the form. Otherwise another site could have its own values
     * shown as the user's, or sign the user in to an account of its own.
     */
    private static boolean comesFromOurPages(HttpServletRequest request) {
        boolean page =
                "navigate".equals(request.getHeader("Sec-Fetch-Mode")) || request.getHeader("HX-Request") != null;
        return page && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
