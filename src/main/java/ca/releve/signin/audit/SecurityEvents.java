package ca.releve.signin.audit;

import ca.releve.account.Account;
import ca.releve.account.AccountPrincipal;
import ca.releve.account.Accounts;
import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.format.EmailAddress;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.signin.throttle.Limit;
import ca.releve.signin.throttle.Limits;
import ca.releve.signin.throttle.SignInGuard;
import ca.releve.web.UnknownIdEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Records sign-ins, sign-outs and refusals as security events, and the language of a user who signs in. */
@Component
class SecurityEvents {

    /** The token of a mailed link, which is valid even if the rest of the address is wrong. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Accounts accounts;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final Limits limits;
    private final SecurityLog log;
    private final LocaleResolver languages;
    private final Clock clock;

    SecurityEvents(
            Accounts accounts,
            SignInGuard guard,
            KnownDevices devices,
            Limits limits,
            SecurityLog log,
            LocaleResolver languages,
            Clock clock) {
        this.accounts = accounts;
        this.guard = guard;
        this.devices = devices;
        this.limits = limits;
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
            boolean isHere = CurrentAccount.of(page().getRequest())
                    .map(CurrentAccount::id)
                    .filter(principal.accountId()::equals)
                    .isPresent();
            log.record(
                    "authn_login_success",
                    principal.accountId(),
                    isHere ? new Object[] {"step", "more"} : new Object[0]);
            if (hasPasskey(who)) {
                // A passkey cannot be guessed, so wrong passwords came from somebody else (ABU-02).
                guard.unlock(principal.accountId());
                devices.remember(principal.accountId(), page().getRequest(), page().getResponse());
            }
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

    /** Only of users who are signed in. A redirect to the sign-in page, or to that of a factor, is no event. */
    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        Authentication who = event.getAuthentication().get();
        boolean asksForFactor = event.getAuthorizationResult() instanceof FactorAuthorizationDecision;
        if (!asksForFactor && who != null && who.getPrincipal() instanceof AccountPrincipal principal) {
            recordUpToLimit(
                    "authz_fail",
                    principal.accountId(),
                    event.getObject() instanceof HttpServletRequest request ? request.getRequestURI() : "?");
        }
    }

    /** Only of managers: the staff may see all there is, so an unknown id is an old link. */
    @EventListener
    void unknownIdRequested(UnknownIdEvent event) {
        CurrentAccount.of(page().getRequest())
                .filter(me -> !me.isStaff())
                .ifPresent(me -> recordUpToLimit("malicious_direct_reference", me.id(), event.path()));
    }

    /** Beyond the limit of an account, the limit is reported once an hour instead, so that the table does not fill. */
    private void recordUpToLimit(String event, UUID accountId, String path) {
        if (limits.take(Limit.EVENTS_OF_ACCOUNT, accountId.toString()).isEmpty()) {
            log.record(event, accountId, "path", TOKEN.matcher(path).replaceAll("…"));
        }
    }

    private static boolean hasPasskey(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(FactorGrantedAuthority.WEBAUTHN_AUTHORITY::equals);
    }

    private String language() {
        return languages.resolveLocale(page().getRequest()).getLanguage().equals("en") ? "en" : "fr";
    }

    private static ServletRequestAttributes page() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
