package ca.releve.signin;

import ca.releve.format.EmailAddress;
import ca.releve.signin.password.PasswordHashQueue;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.web.Assets;
import ca.releve.web.resume.ExpiredFormHandler;
import ca.releve.web.resume.SavedPageCache;
import ca.releve.web.session.HtmxRedirectStrategy;
import ca.releve.web.session.SignInPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The filter chain: sign-in, sign-out, CSRF, saved pages and authorization. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    /** Spring Security's own writer would omit the header behind a proxy that ends TLS. */
    private static final HeaderWriter CLEAR_SITE_DATA =
            new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\"");

    private static final RedirectStrategy REDIRECT = new HtmxRedirectStrategy();

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            HandlerAuthorization annotations,
            ExpiredFormHandler expiredForms,
            SavedPageCache savedPages)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(Assets::isOne)
                        .permitAll()
                        // Matches on the port of the management only (WEB-16), where nobody can sign in.
                        .requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .access(annotations))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .failureHandler(SecurityConfig::refuse))
                .csrf(csrf -> csrf.withObjectPostProcessor(refusing(expiredForms)))
                .logout(logout -> logout.logoutUrl("/deconnexion")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(CLEAR_SITE_DATA))
                        .logoutSuccessUrl(SignInPage.PATH + "?au-revoir"))
                .requestCache(cache -> cache.requestCache(savedPages))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(SecurityConfig::askToSignIn))
                // SecurityHeaders writes them, also on responses that do not pass here.
                .headers(HeadersConfigurer::disable)
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .build();
    }

    /** Sets the handler for a wrong CSRF token only; other refusals are about the user, not about the form. */
    private static ObjectPostProcessor<CsrfFilter> refusing(ExpiredFormHandler expiredForms) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends CsrfFilter> F postProcess(F filter) {
                filter.setAccessDeniedHandler(expiredForms);
                return filter;
            }
        };
    }

    /** Spring Security's own handler would store the exception in the session, and with it the typed password. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        // Text that is no address may be a password in the wrong field.
        EmailAddress.parse(request.getParameter("email"))
                .ifPresent(typed -> SignInPage.show("email", typed.original(), request, response));
        REDIRECT.sendRedirect(request, response, SignInPage.PATH + "?refus");
    }

    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        SignInPage.showExpiry(request, response);
        REDIRECT.sendRedirect(request, response, SignInPage.PATH);
    }

    /** Argon2id with the parameters of AUTH-14; a password with a weaker hash is hashed again at the next sign-in. */
    @Bean(defaultCandidate = false)
    PasswordEncoder passwordHashes() {
        return new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id",
                        new Argon2PasswordEncoder(16, 32, 1, 19_456, 2),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }

    @Bean
    PasswordHashQueue passwordEncoder(@Qualifier("passwordHashes") PasswordEncoder hashes, KnownDevices devices) {
        return new PasswordHashQueue(hashes, Runtime.getRuntime().availableProcessors(), devices::isKnown);
    }
}
