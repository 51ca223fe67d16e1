package ca.releve.signin.passkey;

import ca.releve.account.CurrentAccount;
import ca.releve.account.Factors;
import ca.releve.account.SecurityLog;
import ca.releve.signin.throttle.SignInGuard;
import ca.releve.web.resume.KeptForms;
import ca.releve.web.resume.SavedPageCache;
import ca.releve.web.session.HtmxRedirectStrategy;
import ca.releve.web.session.SignInPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.access.DelegatingMissingAuthorityAccessDeniedHandler;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Adds the filters that take a factor beside the sign-in page, and the redirects to the pages that ask for one. */
@Component
class FactorConfigurer extends AbstractHttpConfigurer<FactorConfigurer, HttpSecurity> {

    private static final RedirectStrategy REDIRECT = new HtmxRedirectStrategy();

    private final PasskeyCeremony ceremony;
    private final SavedPageCache savedPages;
    private final KeptForms forms;
    private final SignInGuard guard;
    private final SecurityLog log;

    FactorConfigurer(
            PasskeyCeremony ceremony, SavedPageCache savedPages, KeptForms forms, SignInGuard guard, SecurityLog log) {
        this.ceremony = ceremony;
        this.savedPages = savedPages;
        this.forms = forms;
        this.guard = guard;
        this.log = log;
    }

    /** The staff's second factor is a passkey after the password, and otherwise what is asked for is either one. */
    @Override
    public void init(HttpSecurity http) {
        http.exceptionHandling(
                errors -> errors.accessDeniedHandler(DelegatingMissingAuthorityAccessDeniedHandler.builder()
                        .addEntryPointFor(
                                askOn(PasswordConfirmationFilter.PATH), FactorGrantedAuthority.PASSWORD_AUTHORITY)
                        .addEntryPointFor(askOn(PasskeyFilter.PATH), FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                        .build()));
    }

    /** The requested page is saved, and the fields of a form are kept; the form is not sent again by itself. */
    private AuthenticationEntryPoint askOn(String page) {
        return (request, response, missing) -> {
            boolean reading = HttpMethod.GET.matches(request.getMethod());
            savedPages.savePage(request);
            if (!reading) {
                forms.keep(request);
            }
            REDIRECT.sendRedirect(request, response, reading ? page : page + "?rien-enregistre");
        };
    }

    @Override
    public void configure(HttpSecurity http) {
        add(http, new PasskeyFilter(ceremony, guard), this::refusePasskey);
        add(http, new PasswordConfirmationFilter(), FactorConfigurer::refusePassword);
    }

    /** Sets what formLogin sets on its own filter: a new session id (WEB-01), and the new factor beside the others. */
    private void add(
            HttpSecurity http, AbstractAuthenticationProcessingFilter filter, AuthenticationFailureHandler refusal) {
        SavedRequestAwareAuthenticationSuccessHandler success = new SavedRequestAwareAuthenticationSuccessHandler();
        success.setRequestCache(savedPages);
        filter.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
        filter.setMfaEnabled(true);
        filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setAuthenticationSuccessHandler(success);
        filter.setAuthenticationFailureHandler(refusal);
        http.addFilterAfter(postProcess(filter), UsernamePasswordAuthenticationFilter.class);
    }

    private static void refusePassword(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        REDIRECT.sendRedirect(request, response, PasswordConfirmationFilter.PATH + "?refus");
    }

    /** The answer is the same for an unknown passkey, one of another account and one of a closed account. */
    private void refusePasskey(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Optional<CurrentAccount> me = CurrentAccount.of(request);
        guard.passkeyFailed(request);
        log.record("authn_login_fail", me.map(CurrentAccount::id).orElse(null), "reason", "PASSKEY");
        String page = me.isEmpty()
                ? SignInPage.PATH
                : request.getAttribute(Factors.MISSING) == null ? PasswordConfirmationFilter.PATH : PasskeyFilter.PATH;
        REDIRECT.sendRedirect(request, response, page + "?cle-refusee");
    }
}
