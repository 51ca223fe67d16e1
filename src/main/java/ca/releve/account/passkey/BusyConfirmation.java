package ca.releve.account.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.account.Factors;
import ca.releve.web.TryAgain;
import ca.releve.web.TryAgainFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a factor given once more when too many are at the door; a passkey does not have to wait for its turn. */
@Component
@Order(0)
class BusyConfirmation implements ErrorViewResolver {

    private final Passkeys passkeys;

    BusyConfirmation(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        boolean busy = request.getAttribute(TryAgainFilter.ATTRIBUTE) instanceof TryAgain notNow && notNow.isBusy();
        boolean asked = PasswordAgainFilter.PATH.equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!busy || !asked) {
            return null;
        }
        return CurrentAccount.of(request)
                .map(me -> new ModelAndView(
                        "account/passkey/again",
                        Map.of("busy", true, "hasPasskey", passkeys.helps(me, request.getAttribute(Factors.MISSING))),
                        status))
                .orElse(null);
    }
}
