package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form that is sent with the token of a session that is over, or with none, changes nothing. If a page of the portal sent
 * it, what was typed is kept and the form shown again, after signing in where that is needed (WEB-07).
 */
@Component
class LateForms implements AccessDeniedHandler {

    /** Tells the page of the refusal that the form, and not the person, is the reason. */
    private static final String LATE = "late";

    private final KeptForms forms;
    private final FormPages pages;
    private final Strangers strangers;

    LateForms(KeptForms forms, FormPages pages, Strangers strangers) {
        this.forms = forms;
        this.pages = pages;
        this.strangers = strangers;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        String sentTo = request.getRequestURI();
        // The request does not know its user yet, so early in the filters.
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (!comesFromOurPages(request) || signedIn && !(pages.isPage(sentTo) && KeptForms.isTyped(request))) {
            request.setAttribute(LATE, true);
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        if (request.getParameter(KeptForms.PERSON) != null) {
            EndedSession.tellAbout(request);
        }
        if (signedIn || strangers.mayLeaveForm(request)) {
            forms.keep(request);
        }
        SignInEntryPoint.lead(request, response, pages.pageFor(sentTo));
    }

    /**
     * Only a browser that vouches for it: otherwise another site could have its own words shown to her as hers, or have
     * somebody signed in to an account of its own.
     */
    private static boolean comesFromOurPages(HttpServletRequest request) {
        boolean page =
                "navigate".equals(request.getHeader("Sec-Fetch-Mode")) || request.getHeader("HX-Request") != null;
        return page && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
