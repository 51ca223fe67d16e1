package ca.releve.account.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.account.CurrentAccounts;
import ca.releve.account.Factors;
import ca.releve.account.SecurityLog;
import ca.releve.account.limit.SignInGuard;
import ca.releve.web.KeptForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors beside the sign-in page, and the guard who sends people to them; they share its sessions and its limits. */
@Component
class FactorDoors extends AbstractHttpConfigurer<FactorDoors, HttpSecurity> {

    private static final DefaultRedirectStrategy BACK = new DefaultRedirectStrategy();

    private final Ceremony ceremony;
    private final PasskeyProvider passkeys;
    private final Factors factors;
    private final KeptForms forms;
    private final SignInGuard guard;
    private final SecurityLog log;

    FactorDoors(
            Ceremony ceremony,
            WebAuthnRelyingPartyOperations checks,
            CurrentAccounts accounts,
            Factors factors,
            KeptForms forms,
            SignInGuard guard,
            SecurityLog log,
            TransactionTemplate transaction) {
        this.ceremony = ceremony;
        this.passkeys = new PasskeyProvider(checks, accounts, transaction);
        this.factors = factors;
        this.forms = forms;
        this.guard = guard;
        this.log = log;
    }

    @Override
    public void configure(HttpSecurity http) {
        door(http, new PasskeyFilter(ceremony, guard), new ProviderManager(passkeys), this::refusePasskey);
        door(
                http,
                new PasswordAgainFilter(),
                http.getSharedObject(AuthenticationManager.class),
                FactorDoors::refusePassword);
        http.addFilterBefore(new FactorGuard(factors, forms), AuthorizationFilter.class);
    }

    /** What the framework does for its own doors: a new session id (WEB-01), and the new factor beside the others. */
    private void door(
            HttpSecurity http,
            AbstractAuthenticationProcessingFilter filter,
            AuthenticationManager manager,
            AuthenticationFailureHandler refusal) {
        filter.setAuthenticationManager(manager);
        filter.setMfaEnabled(true);
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setSecurityContextRepository(new DelegatingSecurityContextRepository(
                new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository()));
        filter.setAuthenticationSuccessHandler(new GoingOn(http.getSharedObject(RequestCache.class)));
        filter.setAuthenticationFailureHandler(refusal);
        http.addFilterAfter(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
    }

    private static void refusePassword(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        BACK.sendRedirect(request, response, PasswordAgainFilter.PATH + "?refus");
    }

    /** The same answer whatever the reason: unknown, somebody else's, of an account that is closed. */
    private void refusePasskey(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Optional<CurrentAccount> me = CurrentAccount.of(request);
        guard.passkeyFailed(request);
        log.record("authn_login_fail", me.map(CurrentAccount::id).orElse(null), "reason", "PASSKEY");
        String page = me.isEmpty()
                ? "/connexion"
                : request.getAttribute(Factors.MISSING) == null ? PasswordAgainFilter.PATH : PasskeyFilter.PATH;
        BACK.sendRedirect(request, response, page + "?cle-refusee");
    }
}
