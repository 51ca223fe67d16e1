package ca.releve.web;

import ca.releve.format.DateText;
import ca.releve.format.Hours;
import ca.releve.format.TimeText;
import ca.releve.format.TypedText;
import ca.releve.web.form.FormProblems;
import ca.releve.web.resume.KeptForms;
import jakarta.servlet.DispatcherType;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Printer;
import org.springframework.http.CacheControl;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Language, formats, form errors, assets and redirects of every page. */
@Configuration(proxyBeanMethods = false)
public class WebConfig implements WebMvcConfigurer {

    private static final CacheControl IMMUTABLE =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final String NAME_WITH_HASH = "{file:.+-[0-9a-f]{32}\\.[a-z0-9]+}";

    private final MessageSource messages;
    private final KeptForms keptForms;
    private final boolean cacheAssets;

    public WebConfig(
            MessageSource messages,
            KeptForms keptForms,
            @Value("${spring.web.resources.chain.cache:true}") boolean cacheAssets) {
        this.messages = messages;
        this.keptForms = keptForms;
        this.cacheAssets = cacheAssets;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageInterceptor());
        // Before FormProblems, whose errors belong to this request: postHandle is called in the reverse order.
        registry.addInterceptor(keptForms);
        registry.addInterceptor(new FormProblems(messages));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, String.class, TypedText::submitted);
        format(registry, LocalDate.class, DateText::parse, (date, locale) -> DateText.format(date));
        format(registry, LocalTime.class, TimeText::parse, (time, locale) -> TimeText.format(time));
        format(registry, Hours.class, Hours::parse, (hours, locale) -> hours.typed());
    }

    private static <T> void format(
            FormatterRegistry registry, Class<T> type, Function<String, Optional<T>> parser, Printer<T> printer) {
        registry.addFormatterForFieldType(
                type, printer, (text, locale) -> parser.apply(text).orElseThrow(() -> new ParseException(text, 0)));
    }

    /** Browsers cache a file for a year if its name or its folder changes with its content; otherwise they ask again (WEB-11). */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        assets(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/", IMMUTABLE);
        for (String folder : List.of("css", "js", "img")) {
            assets(registry, "/" + folder + "/" + NAME_WITH_HASH, "classpath:/static/" + folder + "/", IMMUTABLE);
            assets(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/", CacheControl.noCache());
        }
    }

    private void assets(ResourceHandlerRegistry registry, String path, String location, CacheControl caching) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(caching)
                .resourceChain(cacheAssets)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Puts hashes into the names of assets, also on error pages to which {@link UnhandledErrorFilter} forwards. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> hashedAssetNames() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.FORWARD);
        return filter;
    }

    /** PostgreSQL stores no null character, and no keyboard sends one. */
    @Bean
    static HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    LocaleResolver localeResolver(ServerProperties server) {
        boolean secure = !Boolean.FALSE.equals(
                server.getServlet().getSession().getCookie().getSecure());
        CookieLocaleResolver resolver = new CookieLocaleResolver(secure ? "__Host-LANGUE" : "LANGUE");
        resolver.setDefaultLocale(Locale.CANADA_FRENCH);
        // A malformed cookie would otherwise fail every page, the error page too.
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieSecure(secure);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }

    /** Redirects after a change answer 303, so that the browser sends a GET (INT-03). */
    @Bean
    static SmartInitializingSingleton views(ThymeleafViewResolver resolver) {
        return () -> {
            resolver.setRedirectHttp10Compatible(false);
            resolver.setViewClass(LocalAttributesView.class);
        };
    }

    /** {@code ?langue=en} on any page shows it in English; the resolver remembers it in a cookie. */
    private static final class LanguageInterceptor extends LocaleChangeInterceptor {

        private static final Map<String, Locale> LANGUAGES = Map.of("fr", Locale.CANADA_FRENCH, "en", Locale.CANADA);

        LanguageInterceptor() {
            setParamName("langue");
            setIgnoreInvalidLocale(true);
        }

        @Override
        protected Locale parseLocaleValue(String language) {
            return Optional.ofNullable(LANGUAGES.get(language)).orElseThrow(IllegalArgumentException::new);
        }
    }
}
