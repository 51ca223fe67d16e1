package ca.releve.account.limit;

import ca.releve.account.AccountPrincipal;
import ca.releve.account.AccountUserDetails;
import ca.releve.account.limit.SignInGuard.Try;
import ca.releve.web.BoundedPasswords;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Compares passwords, wherever one is asked for, as often as {@link SignInGuard} lets it and in the same time for all. */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {

    private final AccountUserDetails accounts;
    private final BoundedPasswords passwords;
    private final SignInGuard guard;
    private final KnownDevices devices;

    PasswordSignIn(AccountUserDetails accounts, BoundedPasswords passwords, SignInGuard guard, KnownDevices devices) {
        super(accounts);
        setPasswordEncoder(passwords);
        setUserDetailsPasswordService(accounts);
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        return passwords.inTurn(() -> lookAt((UsernamePasswordAuthenticationToken) asked));
    }

    private Authentication lookAt(UsernamePasswordAuthenticationToken asked) {
        ServletRequestAttributes page = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        HttpServletRequest request = page.getRequest();
        Try tried = guard.begin(asked.getName(), request);
        try {
            if (!tried.isAllowed()) {
                spendTheSameTime(asked);
                throw new BadCredentialsException("Not looked at");
            }
            Authentication opened = super.authenticate(asked);
            AccountPrincipal person = (AccountPrincipal) opened.getPrincipal();
            if (!accounts.isStillThePasswordOf(person)) {
                throw new BadCredentialsException("The password was changed meanwhile");
            }
            guard.succeeded(tried);
            devices.remember(person.accountId(), request, page.getResponse());
            return opened;
        } catch (AuthenticationException refused) {
            guard.failed(tried);
            throw refused;
        }
    }

    /** Whether an account is closed for a while must not show in how fast it refuses (AUTH-02). */
    private void spendTheSameTime(UsernamePasswordAuthenticationToken asked) {
        try {
            additionalAuthenticationChecks(retrieveUser(asked.getName(), asked), asked);
        } catch (AuthenticationException asForAWrongPassword) {
            return;
        }
    }
}
