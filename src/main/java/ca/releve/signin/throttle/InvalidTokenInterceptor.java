package ca.releve.signin.throttle;

import ca.releve.web.ClientAddress;
import ca.releve.web.RetryLaterException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits invalid tokens by address (ABU-05), on the pages below {@code /compte} whose path holds a token. */
@Component
class InvalidTokenInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final Limits limits;

    InvalidTokenInterceptor(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // After the interceptor for the language, in which the refusal is written.
        registry.addInterceptor(this).addPathPatterns("/compte/**").order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (hasToken(request)) {
            limits.look(Limit.WRONG_TOKENS_FROM_ADDRESS, ClientAddress.network(request))
                    .ifPresent(wait -> {
                        throw RetryLaterException.tooMany(wait);
                    });
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (hasToken(request) && response.getStatus() == HttpStatus.GONE.value()) {
            limits.take(Limit.WRONG_TOKENS_FROM_ADDRESS, ClientAddress.network(request));
        }
    }

    private static boolean hasToken(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.containsKey("token");
    }
}
