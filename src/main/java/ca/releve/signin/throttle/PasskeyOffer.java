package ca.releve.signin.throttle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * The offer to add a passkey, which the layout shows after a sign-in with a password on a new device until the user takes it or
 * puts it off.
 */
public final class PasskeyOffer implements HandlerInterceptor {

    /** Attribute of the session, and of each request for the layout. */
    private static final String ATTRIBUTE = "passkeyOffered";

    private PasskeyOffer() {}

    static void begin(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, true);
    }

    public static void end(HttpServletRequest request) {
        WebUtils.setSessionAttribute(request, ATTRIBUTE, null);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(ATTRIBUTE, WebUtils.getSessionAttribute(request, ATTRIBUTE));
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup implements WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry interceptors) {
            interceptors.addInterceptor(new PasskeyOffer());
        }
    }
}
