package ca.releve.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What holds for every page: language, formats, problems of forms, redirects. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {

    private final MessageSource messages;
    private final KeptForms keptForms;
    private final ObjectProvider<RequestMappingHandlerAdapter> handlers;

    WebConfig(MessageSource messages, KeptForms keptForms, ObjectProvider<RequestMappingHandlerAdapter> handlers) {
        this.messages = messages;
        this.keptForms = keptForms;
        this.handlers = handlers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageSwitch());
        // After the problems, which come from what was sent just now: interceptors look at the page in reverse order.
        registry.addInterceptor(new KeptFormOnPage(keptForms, handlers));
        registry.addInterceptor(new FormProblems(messages));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, String.class, TypedText::seen);
        registry.addFormatterForFieldType(LocalDate.class, new TypedFormats.Dates());
        registry.addFormatterForFieldType(LocalTime.class, new TypedFormats.Times());
        registry.addFormatterForFieldType(Hours.class, new TypedFormats.DecimalHours());
    }

    /** Everything that a page loads is ours, under a name that changes with its content: {@link KeptAssets} (WEB-11). */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        assets(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
        assets(registry, "/css/**", "classpath:/static/css/");
        assets(registry, "/js/**", "classpath:/static/js/");
        assets(registry, "/img/**", "classpath:/static/img/");
    }

    private static void assets(ResourceHandlerRegistry registry, String address, String place) {
        registry.addResourceHandler(address)
                .addResourceLocations(place)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Names assets after their content on pages of failures too, which {@link LastResort} forwards to. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> namesOfAssets() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> names =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        names.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.FORWARD);
        return names;
    }

    @Bean
    LocaleResolver localeResolver(ServerProperties server) {
        boolean secure = !Boolean.FALSE.equals(
                server.getServlet().getSession().getCookie().getSecure());
        CookieLocaleResolver resolver = new CookieLocaleResolver(secure ? "__Host-LANGUE" : "LANGUE");
        resolver.setDefaultLocale(Locale.CANADA_FRENCH);
        // It would otherwise fail, on the page of the failure too.
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieSecure(secure);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }

    /** After a change the browser is told to fetch, never to send again: 303 rather than 302 (INT-03). */
    @Bean
    static BeanPostProcessor redirectsAnswer303() {
        return new BeanPostProcessor() {
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
