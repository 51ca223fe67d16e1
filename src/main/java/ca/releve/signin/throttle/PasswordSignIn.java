package ca.releve.signin.throttle;

import ca.releve.account.AccountPrincipal;
import ca.releve.account.AccountUserDetails;
import ca.releve.signin.password.PasswordHashQueue;
import ca.releve.signin.throttle.SignInGuard.Try;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Checks passwords within the limits of {@link SignInGuard}, in the same time whether or not an account exists (AUTH-02). */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {

    private final AccountUserDetails accounts;
    private final PasswordHashQueue hashes;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final Clock clock;

    PasswordSignIn(
            AccountUserDetails accounts,
            PasswordHashQueue hashes,
            SignInGuard guard,
            KnownDevices devices,
            Clock clock) {
        super(accounts);
        setPasswordEncoder(hashes);
        setUserDetailsPasswordService(accounts);
        this.accounts = accounts;
        this.hashes = hashes;
        this.guard = guard;
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        return hashes.run(() -> check((UsernamePasswordAuthenticationToken) asked));
    }

    private Authentication check(UsernamePasswordAuthenticationToken asked) {
        ServletRequestAttributes page = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        HttpServletRequest request = page.getRequest();
        Try tried = guard.begin(asked.getName(), request);
        try {
            if (!tried.isAllowed()) {
                spendTheSameTime(asked);
                throw new BadCredentialsException("Not checked");
            }
            Authentication opened = super.authenticate(asked);
            AccountPrincipal person = (AccountPrincipal) opened.getPrincipal();
            if (!accounts.isStillThePasswordOf(person)) {
                throw new BadCredentialsException("The password was changed meanwhile");
            }
            guard.succeeded(tried);
            if (devices.rememberAndOfferPasskey(person.accountId(), request, page.getResponse())) {
                PasskeyOffer.begin(request);
            }
            return opened;
        } catch (AuthenticationException refused) {
            guard.failed(tried);
            throw refused;
        }
    }

    /** Hashes the password all the same, so that the time does not tell whether the account is in a delay (AUTH-02). */
    private void spendTheSameTime(UsernamePasswordAuthenticationToken asked) {
        try {
            additionalAuthenticationChecks(retrieveUser(asked.getName(), asked), asked);
        } catch (AuthenticationException asForAWrongPassword) {
            return;
        }
    }

    /** The age of a factor is measured with the portal's clock (AUTH-16), and so it is issued with that clock. */
    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication asked, UserDetails user) {
        return super.createSuccessAuthentication(principal, asked, user).toBuilder()
                .authorities(factors -> {
                    factors.clear();
                    factors.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                            .issuedAt(clock.instant())
                            .build());
                })
                .build();
    }
}
