package ca.releve.account;

import ca.releve.client.EmailAddress;
import ca.releve.web.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Takes note of who comes in, who is kept out, and in which language she reads. */
@Component
class SecurityEvents {

    private final Accounts accounts;
    private final LocaleResolver languages;
    private final Clock clock;

    SecurityEvents(Accounts accounts, LocaleResolver languages, Clock clock) {
        this.accounts = accounts;
        this.languages = languages;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication who = event.getAuthentication();
        if (who.getPrincipal() instanceof AccountPrincipal principal) {
            accounts.signedIn(principal.accountId(), clock.instant(), language());
            SecurityLog.event("authn_login_success", "account", principal.accountId(), "address", address(who));
        }
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        // What was typed is not logged: people type their password into the wrong field.
        Object account = EmailAddress.parse(event.getAuthentication().getName())
                .flatMap(email -> accounts.findByEmailCanonical(email.canonical()))
                .<Object>map(Account::id)
                .orElse("unknown");
        String reason = event.getException().getClass().getSimpleName();
        SecurityLog.event(
                "authn_login_fail",
                "account",
                account,
                "reason",
                reason,
                "address",
                address(event.getAuthentication()));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AccountPrincipal principal) {
            SecurityLog.event("session_ended", "account", principal.accountId());
        }
    }

    /** Only of people who are signed in: everybody else is led to the sign-in page, which is no event. */
    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        Authentication who = event.getAuthentication().get();
        if (who != null && who.getPrincipal() instanceof AccountPrincipal principal) {
            SecurityLog.event(
                    "authz_fail",
                    "account",
                    principal.accountId(),
                    "path",
                    event.getObject() instanceof HttpServletRequest request ? request.getRequestURI() : "?",
                    "address",
                    address(who));
        }
    }

    private String language() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return languages.resolveLocale(request).getLanguage().equals("en") ? "en" : "fr";
    }

    private static String address(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "?";
    }
}
