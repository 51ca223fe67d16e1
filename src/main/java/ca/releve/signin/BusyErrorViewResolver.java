package ca.releve.signin;

import ca.releve.account.CurrentAccount;
import ca.releve.account.Factors;
import ca.releve.signin.passkey.Passkeys;
import ca.releve.web.RetryLaterException;
import ca.releve.web.session.SignInPage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.DefaultErrorViewResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the page that asked for a password again when no password hash can be computed in time; it says nothing of the
 * account. Replaces Spring Boot's own resolver, and so finds the pages of other errors too.
 */
@Component
class BusyErrorViewResolver extends DefaultErrorViewResolver {

    private final Passkeys passkeys;

    BusyErrorViewResolver(ApplicationContext portal, WebProperties web, Passkeys passkeys) {
        super(portal, web.getResources());
        this.passkeys = passkeys;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (!RetryLaterException.isBusy(request)) {
            return super.resolveErrorView(request, status, model);
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Optional<CurrentAccount> me = CurrentAccount.of(request);
        if (path.equals(SignInPage.PATH)) {
            String email = Objects.requireNonNullElse(request.getParameter("email"), "");
            return new ModelAndView("signin/sign-in", Map.of("busy", true, "email", email), status);
        }
        if (path.equals("/connexion/confirmation") && me.isPresent()) {
            boolean hasPasskey = passkeys.canConfirm(me.get(), request.getAttribute(Factors.MISSING));
            return new ModelAndView("signin/passkey/again", Map.of("busy", true, "hasPasskey", hasPasskey), status);
        }
        return new ModelAndView("error/busy", Map.of("back", path), status);
    }
}
