package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The walls around every page: who may come in, by which door, and who may ask for what. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    private static final String[] OPEN_TO_ALL = {
        "/",
        "/connexion",
        "/connexion/cle/options",
        "/compte/cle/*",
        "/compte/creation",
        "/compte/creation/envoyee",
        "/compte/confirmation/*",
        "/compte/mot-de-passe-oublie",
        "/compte/mot-de-passe-oublie/envoyee",
        "/compte/nouveau-mot-de-passe/*",
        "/compte/changement-de-courriel/*",
        "/compte/changement-de-courriel/suite/*",
        "/confidentialite",
        "/accessibilite",
        "/courriels-locaux",
        "/courriels-locaux/*"
    };

    /** Where a factor is given once more, by staff before they have a role. */
    private static final String[] FOR_WHOEVER_IS_SIGNED_IN = {
        "/connexion/cle", "/connexion/cle/lien", "/connexion/confirmation", "/compte/cle", "/compte/cle/options"
    };

    private static final String[] ASSETS = {"/webjars/**", "/css/**", "/js/**", "/img/**"};

    /** Not Spring Security's own writer, which would leave it out behind a proxy that ends TLS. */
    private static final HeaderWriter NOTHING_STAYS_IN_THE_BROWSER =
            new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\"");

    private static final RedirectStrategy BACK = new DefaultRedirectStrategy();

    private static final String[] SETTINGS_OF_THE_SERVICE = {
        "/admin/reglages",
        "/admin/listes/**",
        "/admin/personnel/**",
        "/admin/comptes/**",
        "/admin/securite/**",
        "/admin/courriels/**"
    };

    /** A répartitrice reads the clients; an administratrice changes them and says who may approve for them (ACC-11). */
    private static final String[] CHANGES_OF_CLIENTS = {
        "/admin/clients/nouveau",
        "/admin/clients/*/modification",
        "/admin/clients/*/desactivation",
        "/admin/clients/*/reactivation",
        "/admin/clients/*/installations/**",
        "/admin/clients/*/gestionnaires/**",
        "/admin/acces/**"
    };

    @Bean
    SecurityFilterChain portal(HttpSecurity http, LateForms lateForms, FormPages pages) throws Exception {
        return http.authorizeHttpRequests(SecurityConfig::rules)
                .formLogin(form -> form.loginPage("/connexion")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .failureHandler(SecurityConfig::refuse))
                .csrf(csrf -> csrf.withObjectPostProcessor(refusing(lateForms)))
                .logout(logout -> logout.logoutUrl("/deconnexion")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(NOTHING_STAYS_IN_THE_BROWSER))
                        .logoutSuccessUrl("/connexion?au-revoir"))
                .requestCache(cache -> cache.requestCache(new PagesToComeBackTo(pages)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new SignInEntryPoint()))
                // BrowserWalls writes them, on answers that do not come from here too.
                .headers(HeadersConfigurer::disable)
                .addFilterBefore(new CrossSiteFilter(), CsrfFilter.class)
                .build();
    }

    /** Only what this filter refuses: the other refusals are about the person, not about the form. */
    private static ObjectPostProcessor<CsrfFilter> refusing(LateForms lateForms) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends CsrfFilter> F postProcess(F filter) {
                filter.setAccessDeniedHandler(lateForms);
                return filter;
            }
        };
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(ASSETS)
                .permitAll()
                // Matches on the port of the management only (WEB-16): whoever watches the portal cannot sign in.
                .requestMatchers(EndpointRequest.to("health"))
                .permitAll()
                .requestMatchers("/error")
                .permitAll()
                .requestMatchers(FOR_WHOEVER_IS_SIGNED_IN)
                .authenticated()
                .requestMatchers(OPEN_TO_ALL)
                .permitAll()
                .requestMatchers(SETTINGS_OF_THE_SERVICE)
                .hasRole("ADMINISTRATOR")
                .requestMatchers(CHANGES_OF_CLIENTS)
                .hasRole("ADMINISTRATOR")
                .requestMatchers(HttpMethod.POST, "/admin/clients/**")
                .hasRole("ADMINISTRATOR")
                .requestMatchers("/admin/**")
                .hasAnyRole("DISPATCHER", "ADMINISTRATOR")
                .requestMatchers("/mon-compte", "/mon-compte/**")
                .hasAnyRole("MANAGER", "DISPATCHER", "ADMINISTRATOR")
                .requestMatchers("/remplacements/**", "/approbation/**")
                .hasRole("MANAGER")
                .anyRequest()
                .denyAll();
    }

    /** The handler that Spring Security brings would keep the refusal in the session, and with it the typed password. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        RefusedAddress.keep(request, request.getParameter("email"));
        BACK.sendRedirect(request, response, "/connexion?refus");
    }

    /**
     * Argon2id with the parameters of AUTH-14; whatever was hashed with weaker ones is hashed again at the next sign-in.
     */
    @Bean
    BoundedPasswords passwordEncoder(Strangers strangers) {
        PasswordEncoder passwords = new DelegatingPasswordEncoder(
                "argon2id",
                java.util.Map.of(
                        "argon2id",
                        new Argon2PasswordEncoder(16, 32, 1, 19_456, 2),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
        return new BoundedPasswords(
                new NormalisedPasswords(passwords), Runtime.getRuntime().availableProcessors(), strangers);
    }
}
