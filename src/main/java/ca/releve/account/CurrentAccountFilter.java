package ca.releve.account;

import ca.releve.web.Assets;
import ca.releve.web.session.ExpiredSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the account of the session at every request, so that a user who has lost all rights is signed out (ACC-10). */
class CurrentAccountFilter extends OncePerRequestFilter {

    /** Request attribute; templates use it too. */
    static final String ATTRIBUTE = "me";

    /** Names of the ids in the log, as the Elastic Common Schema has them. */
    private static final String ACCOUNT_IN_THE_LOG = "user.id";

    private static final String CLIENT_IN_THE_LOG = "organization.id";

    private final CurrentAccounts accounts;
    private final Factors factors;
    private final SessionsOfAccount sessions;

    CurrentAccountFilter(CurrentAccounts accounts, Factors factors, SessionsOfAccount sessions) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Assets.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication remembered = SecurityContextHolder.getContext().getAuthentication();
        if (remembered != null && sessions.isTooOld(request)) {
            SecurityContextHolder.clearContext();
            ExpiredSession.end(request);
        } else if (remembered != null && remembered.getPrincipal() instanceof AccountPrincipal principal) {
            Optional<CurrentAccount> account =
                    accounts.findWithMenu(principal.accountId(), SessionsOfAccount.endedBefore(principal, request));
            if (account.isPresent()) {
                request.setAttribute(ATTRIBUTE, account.get());
                nameInTheLog(account.get());
                sessions.noteTheFirstClick(request);
                signIn(request, remembered, account.get());
            } else {
                signOut(request);
            }
        }
        chain.doFilter(request, response);
    }

    /** Of the session's authorities only the factors count; the role is that of this moment. */
    private void signIn(HttpServletRequest request, Authentication remembered, CurrentAccount account) {
        Authentication now = remembered.toBuilder()
                .authorities(authorities -> {
                    authorities.removeIf(authority -> !(authority instanceof FactorGrantedAuthority));
                    authorities.add(new SimpleGrantedAuthority(account.role().authority()));
                })
                .build();
        factors.missing(now).ifPresent(factor -> request.setAttribute(Factors.MISSING, factor));
        request.setAttribute("passkeyWaived", account.isStaff() && factors.isPasskeyWaived());
        SecurityContextHolder.setContext(new SecurityContextImpl(now));
    }

    /** By ids only. They stay until the end of the request, for the line about a page that failed. */
    private static void nameInTheLog(CurrentAccount account) {
        MDC.put(ACCOUNT_IN_THE_LOG, account.id().toString());
        if (account.scopeOfManager() != null) {
            MDC.put(CLIENT_IN_THE_LOG, account.scopeOfManager().clientId().toString());
        }
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
