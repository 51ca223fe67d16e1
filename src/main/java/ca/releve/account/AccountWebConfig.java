package ca.releve.account;

import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the filter that reads the account, and the handler arguments {@code CurrentAccount me} and {@code Actor me}. */
@Configuration(proxyBeanMethods = false)
class AccountWebConfig implements WebMvcConfigurer {

    @Bean
    static Customizer<HttpSecurity> currentAccountFilter(
            CurrentAccounts accounts, Factors factors, SessionsOfAccount sessions) {
        return http -> http.addFilterAfter(
                new CurrentAccountFilter(accounts, factors, sessions), SecurityContextHolderFilter.class);
    }

    /** Publishes refused requests to the listeners that record security events. */
    @Bean
    static AuthorizationEventPublisher authorizationEvents(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Me());
    }

    private static final class Me implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CurrentAccount.class || parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer page,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            CurrentAccount me = CurrentAccount.of(request.getNativeRequest(HttpServletRequest.class))
                    .orElseThrow(NotFound::new);
            return parameter.getParameterType() == Actor.class ? me.actor() : me;
        }
    }
}
