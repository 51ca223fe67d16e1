package ca.releve.testing;

import ca.releve.account.AccountPrincipal;
import ca.releve.signin.throttle.KnownDevices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs an account in without its password and passkey: one request and no Argon2. The portal itself creates the session, the
 * security event and the known device, as after the last factor. Runs within Spring Session and the request context,
 * and before Spring Security.
 */
@TestComponent
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class MintedSignIn extends OncePerRequestFilter {

    static final String PATH = "/sonde/session";
    static final String EMAIL = "email";
    static final String FACTOR = "factor";

    private final UserDetailsService accounts;
    private final KnownDevices devices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MintedSignIn(UserDetailsService accounts, KnownDevices devices, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AccountPrincipal person = (AccountPrincipal) accounts.loadUserByUsername(request.getParameter(EMAIL));
        if (!person.isEnabled()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        person.eraseCredentials();
        List<FactorGrantedAuthority> factors = Stream.of(request.getParameterValues(FACTOR))
                .map(factor -> FactorGrantedAuthority.withAuthority(factor)
                        .issuedAt(clock.instant())
                        .build())
                .toList();
        Authentication signedIn = UsernamePasswordAuthenticationToken.authenticated(person, null, factors);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        devices.remember(person.accountId(), request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(signedIn, MintedSignIn.class));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, "/");
    }
}
