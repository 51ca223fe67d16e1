package ca.releve.account;

import ca.releve.web.Assets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the account behind the session at every click: whoever lost her rights is signed out at once (ACC-10). */
class CurrentAccountFilter extends OncePerRequestFilter {

    /** Also what templates call the person who looks at the page. */
    static final String ATTRIBUTE = "me";

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
        if (remembered != null && remembered.getPrincipal() instanceof AccountPrincipal principal) {
            Optional<CurrentAccount> account =
                    accounts.find(principal.accountId(), SessionsOfAccount.endedBefore(principal, request));
            if (account.isPresent()) {
                request.setAttribute(ATTRIBUTE, account.get());
                sessions.noteTheFirstClick(request);
                signIn(request, remembered, account.get());
            } else {
                signOut(request);
            }
        }
        chain.doFilter(request, response);
    }

    /** The role comes with the factors: whoever has still to give one is nobody yet, whatever the rules of a path say. */
    private void signIn(HttpServletRequest request, Authentication remembered, CurrentAccount account) {
        List<GrantedAuthority> rights = new ArrayList<>();
        Factors.among(remembered.getAuthorities()).forEach(rights::add);
        Optional<String> missing = factors.missing(account, rights);
        if (missing.isEmpty()) {
            rights.add(new SimpleGrantedAuthority(account.role().authority()));
        } else {
            request.setAttribute(Factors.MISSING, missing.get());
        }
        request.setAttribute("passkeyWaived", account.isStaff() && factors.isPasskeyWaived());
        UsernamePasswordAuthenticationToken now =
                UsernamePasswordAuthenticationToken.authenticated(remembered.getPrincipal(), null, rights);
        now.setDetails(remembered.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
