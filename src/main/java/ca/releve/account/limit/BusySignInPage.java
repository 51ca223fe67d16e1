package ca.releve.account.limit;

import ca.releve.web.TryAgain;
import ca.releve.web.TryAgainFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.DefaultErrorViewResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The sign-in page when too many are at the door: the same for everybody, with the address that was typed still there. It
 * finds the page of every other error too, as the framework would, since the framework leaves that to whoever finds one.
 */
@Component
class BusySignInPage extends DefaultErrorViewResolver {

    BusySignInPage(ApplicationContext portal, WebProperties web) {
        super(portal, web.getResources());
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (!(request.getAttribute(TryAgainFilter.ATTRIBUTE) instanceof TryAgain notNow) || !notNow.isBusy()) {
            return super.resolveErrorView(request, status, model);
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!path.equals("/connexion")) {
            return new ModelAndView("error/busy", Map.of("back", path), status);
        }
        String email = request.getParameter("email");
        return new ModelAndView("account/sign-in", Map.of("busy", true, "email", email == null ? "" : email), status);
    }
}
