package ca.releve.signin.passkey;

import ca.releve.signin.throttle.SignInGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the answer of a passkey from the field of a form: for a sign-in, as the second factor, and as a recent factor. */
class PasskeyFilter extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/connexion/cle";

    private final PasskeyCeremony ceremony;
    private final SignInGuard guard;

    PasskeyFilter(PasskeyCeremony ceremony, SignInGuard guard) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.ceremony = ceremony;
        this.guard = guard;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        guard.beginPasskey(request);
        String credential = Objects.requireNonNullElse(request.getParameter("credential"), "");
        Authentication known = ceremony.authenticate(credential, request);
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        if (present != null && !present.getName().equals(known.getName())) {
            // A passkey of another account must not be added to this session.
            throw new BadCredentialsException("Another user is signed in");
        }
        return known;
    }
}
