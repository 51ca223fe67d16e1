package ca.releve.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What holds for every page: language, formats, problems of forms, redirects. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {

    private final MessageSource messages;

    WebConfig(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch());
        registry.addInterceptor(new FormProblems(messages));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(LocalDate.class, new TypedFormats.Dates());
        registry.addFormatterForFieldType(LocalTime.class, new TypedFormats.Times());
        registry.addFormatterForFieldType(Hours.class, new TypedFormats.DecimalHours());
    }

    @Bean
    LocaleResolver localeResolver(ServerProperties server) {
        boolean secure = !Boolean.FALSE.equals(
                server.getServlet().getSession().getCookie().getSecure());
        CookieLocaleResolver resolver = new CookieLocaleResolver(secure ? "__Host-LANGUE" : "LANGUE");
        resolver.setDefaultLocale(Locale.CANADA_FRENCH);
        resolver.setCookieSecure(secure);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(java.time.Duration.ofDays(365));
        return resolver;
    }

    /** After a change the browser is told to fetch, never to send again: 303 rather than 302 (INT-03). */
    @Bean
    static org.springframework.beans.factory.config.BeanPostProcessor redirectsAnswer303() {
        return new org.springframework.beans.factory.config.BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver resolver) {
                    resolver.setRedirectHttp10Compatible(false);
                }
                return bean;
            }
        };
    }
}
