package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;

/** Leads whoever is not signed in to the sign-in page. */
class SignInEntryPoint implements AuthenticationEntryPoint {

    private static final String SIGN_IN = "/connexion";
    private static final RedirectStrategy REDIRECT = new DefaultRedirectStrategy();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        EndedSession.tellAbout(request);
        lead(request, response, SIGN_IN);
    }

    /** The whole page goes there, also when htmx asked for a piece: never a sign-in page into a table (WEB-13). */
    static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", path);
        } else {
            REDIRECT.sendRedirect(request, response, path);
        }
    }
}
