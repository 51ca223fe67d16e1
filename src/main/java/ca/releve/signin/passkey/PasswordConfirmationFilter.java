package ca.releve.signin.passkey;

import ca.releve.account.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the password of a user who is signed in already. It differs from a sign-in in that no address is typed. */
class PasswordConfirmationFilter extends UsernamePasswordAuthenticationFilter {

    static final String PATH = "/connexion/confirmation";

    PasswordConfirmationFilter() {
        setRequiresAuthenticationRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
    }

    @Override
    protected String obtainUsername(HttpServletRequest request) {
        return CurrentAccount.of(request).map(CurrentAccount::email).orElse("");
    }
}
