package ca.releve.account.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.account.Factors;
import ca.releve.web.KeptForms;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends people to where they give the factor that a page asks for: staff their second one, and everybody one of this moment
 * before a sensitive change (AUTH-16). What keeps staff out is not this, but that they have no role before (AUTH-18).
 */
class FactorGuard extends OncePerRequestFilter {

    /** Pages for which a role is needed, which somebody without her second factor does not have. */
    private static final RequestMatcher INSIDE = paths(null, "/admin/**", "/mon-compte/**");

    private static final RequestMatcher SENSITIVE = new OrRequestMatcher(
            new AndRequestMatcher(
                    paths(null, "/mon-compte/**"),
                    new NegatedRequestMatcher(paths(HttpMethod.GET, "/mon-compte", "/mon-compte/sessions"))),
            paths(null, "/compte/cle", "/compte/cle/options"),
            // Whoever decides which address leads to an account could take it over.
            paths(
                    HttpMethod.POST,
                    "/admin/personnel/**",
                    "/admin/comptes/**",
                    "/admin/clients/*/gestionnaires/**",
                    "/admin/acces/**"));

    private final Factors factors;
    private final KeptForms forms;

    FactorGuard(Factors factors, KeptForms forms) {
        this.factors = factors;
        this.forms = forms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Object missing = request.getAttribute(Factors.MISSING);
        boolean known = CurrentAccount.of(request).isPresent();
        if (known && missing != null && INSIDE.matches(request)) {
            ask(
                    missing.equals(FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                            ? PasskeyFilter.PATH
                            : PasswordAgainFilter.PATH,
                    request,
                    response);
        } else if (known && SENSITIVE.matches(request) && !factors.isRecent(request)) {
            ask(PasswordAgainFilter.PATH, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void ask(String page, HttpServletRequest request, HttpServletResponse response) {
        boolean reading = request.getMethod().equals(HttpMethod.GET.name());
        GoingOn.rememberPlace(request, reading);
        if (!reading) {
            forms.keep(request);
        }
        String address = reading ? page : page + "?rien-enregistre";
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, address);
        } else {
            // Into the page as a whole, never into the table that asked (WEB-13).
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", address);
        }
    }

    private static RequestMatcher paths(HttpMethod method, String... patterns) {
        PathPatternRequestMatcher.Builder matchers = PathPatternRequestMatcher.withDefaults();
        List<RequestMatcher> any = Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) matchers.matcher(method, pattern))
                .toList();
        return new OrRequestMatcher(any);
    }
}
