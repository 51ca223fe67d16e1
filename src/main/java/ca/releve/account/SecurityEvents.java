package ca.releve.account;

import ca.releve.client.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Takes note of who comes in, who is kept out, and in which language she reads. */
@Component
class SecurityEvents {

    private final Accounts accounts;
    private final SecurityLog log;
    private final LocaleResolver languages;
    private final Clock clock;

    SecurityEvents(Accounts accounts, SecurityLog log, LocaleResolver languages, Clock clock) {
        this.accounts = accounts;
        this.log = log;
        this.languages = languages;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        if (who.getPrincipal() instanceof AccountPrincipal principal) {
            accounts.signedIn(principal.accountId(), clock.instant(), language());
            log.record("authn_login_success", principal.accountId());
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        // What was typed is not logged: people type their password into the wrong field.
        UUID account = EmailAddress.parse(event.getAuthentication().getName())
                .flatMap(email -> accounts.findByEmailCanonical(email.canonical()))
                .map(Account::id)
                .orElse(null);
        log.record(
                "authn_login_fail",
                account,
                "reason",
                event.getException().getClass().getSimpleName());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AccountPrincipal principal) {
            log.record("session_ended", principal.accountId());
        }
    }

    /** Only of people who are signed in: everybody else is led to the sign-in page, which is no event. */
    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        Authentication who = event.getAuthentication().get();
        if (who != null && who.getPrincipal() instanceof AccountPrincipal principal) {
            log.record(
                    "authz_fail",
                    principal.accountId(),
                    "path",
                    event.getObject() instanceof HttpServletRequest request ? request.getRequestURI() : "?");
        }
    }

    private String language() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return languages.resolveLocale(request).getLanguage().equals("en") ? "en" : "fr";
    }
}
