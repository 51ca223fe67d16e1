package ca.releve.account.passkey;

import ca.releve.account.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the password of somebody who is signed in already: a sign-in like any other, except that she does not say who she is. */
class PasswordAgainFilter extends UsernamePasswordAuthenticationFilter {

    static final String PATH = "/connexion/confirmation";

    PasswordAgainFilter() {
        setRequiresAuthenticationRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
    }

    @Override
    protected String obtainUsername(HttpServletRequest request) {
        return CurrentAccount.of(request).map(CurrentAccount::email).orElse("");
    }
}
