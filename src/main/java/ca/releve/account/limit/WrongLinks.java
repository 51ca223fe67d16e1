package ca.releve.account.limit;

import ca.releve.web.ClientAddress;
import ca.releve.web.TryAgain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nobody tries links until one opens (ABU-05): counts those that open nothing, on every page whose address holds a token. */
@Component
class WrongLinks implements HandlerInterceptor {

    private final Limits limits;

    WrongLinks(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (hasToken(request)) {
            limits.look(Limit.WRONG_TOKENS_FROM_ADDRESS, ClientAddress.network(request))
                    .ifPresent(wait -> {
                        throw TryAgain.tooMany(wait);
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

    @Configuration(proxyBeanMethods = false)
    static class OnEveryPage implements WebMvcConfigurer {

        private final WrongLinks wrongLinks;

        OnEveryPage(WrongLinks wrongLinks) {
            this.wrongLinks = wrongLinks;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            // After the switch of the language, in which it may have to refuse.
            registry.addInterceptor(wrongLinks).order(1);
        }
    }
}
