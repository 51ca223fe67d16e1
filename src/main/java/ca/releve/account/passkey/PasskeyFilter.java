package ca.releve.account.passkey;

import ca.releve.account.limit.SignInGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;

/**
 * Takes the answer of a passkey as a form of the page brings it: to sign in, as the second factor, and to confirm who is
 * there.
 */
class PasskeyFilter extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/connexion/cle";

    private final Ceremony ceremony;
    private final SignInGuard guard;

    PasskeyFilter(Ceremony ceremony, SignInGuard guard) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.ceremony = ceremony;
        this.guard = guard;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        guard.beginPasskey(request);
        String credential = Objects.requireNonNullElse(request.getParameter("credential"), "");
        Authentication known = getAuthenticationManager()
                .authenticate(new WebAuthnAuthenticationRequestToken(ceremony.signed(credential, request)));
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        if (present != null && !present.getName().equals(known.getName())) {
            // What somebody else has begun in this browser is not hers to go on with.
            throw new BadCredentialsException("Somebody else is signed in");
        }
        return known;
    }
}
