package ca.releve.account.events;

import ca.releve.account.Account;
import ca.releve.account.AccountPrincipal;
import ca.releve.account.Accounts;
import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.account.limit.KnownDevices;
import ca.releve.account.limit.Limit;
import ca.releve.account.limit.Limits;
import ca.releve.account.limit.SignInGuard;
import ca.releve.client.EmailAddress;
import ca.releve.web.StrangeId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Takes note of who comes in, who is kept out, and in which language she reads. */
@Component
class SecurityEvents {

    /** Stands in the address of a mailed link, and still opens what it opens if the rest was spelled wrong. */
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
                // Nobody guesses a passkey: whatever passwords were tried, they were not hers (ABU-02).
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

    /** Only of people who are signed in: everybody else is led to the sign-in page, which is no event. */
    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        Authentication who = event.getAuthentication().get();
        if (who != null && who.getPrincipal() instanceof AccountPrincipal principal) {
            tell(
                    "authz_fail",
                    principal.accountId(),
                    event.getObject() instanceof HttpServletRequest request ? request.getRequestURI() : "?");
        }
    }

    /** Only of managers: the staff may see whatever there is, so that a strange id of theirs is an old link. */
    @EventListener
    void askedForAStrangeId(StrangeId event) {
        CurrentAccount.of(page().getRequest())
                .filter(me -> !me.isStaff())
                .ifPresent(me -> tell("malicious_direct_reference", me.id(), event.path()));
    }

    /** Somebody who goes on and on is told of once an hour, and fills no table. */
    private void tell(String event, UUID accountId, String path) {
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
