package ca.releve.account.passkey;

import ca.releve.account.AccountPrincipal;
import ca.releve.account.CurrentAccounts;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows people by their passkeys, and remembers of them what it does after a password: the id of the account. So one factor
 * can be added to the other (AUTH-19). No bean: as one it would take the place of the password's provider.
 */
class PasskeyProvider implements AuthenticationProvider {

    private final WebAuthnRelyingPartyOperations checks;
    private final CurrentAccounts accounts;
    private final TransactionTemplate transaction;

    PasskeyProvider(WebAuthnRelyingPartyOperations checks, CurrentAccounts accounts, TransactionTemplate transaction) {
        this.checks = checks;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public boolean supports(Class<?> type) {
        return WebAuthnAuthenticationRequestToken.class.isAssignableFrom(type);
    }

    /** In one transaction: whoever takes the passkey away waits for its use, and then ends the session that it opens. */
    @Override
    public Authentication authenticate(Authentication shown) {
        return transaction.execute(status -> open((WebAuthnAuthenticationRequestToken) shown));
    }

    private Authentication open(WebAuthnAuthenticationRequestToken shown) {
        UUID accountId = check(shown);
        if (accounts.find(accountId).isEmpty()) {
            throw new DisabledException("The account does not open the door");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new AccountPrincipal(accountId, accounts.sessionsEnded(accountId)),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY)));
    }

    private UUID check(WebAuthnAuthenticationRequestToken shown) {
        try {
            return PasskeyHolders.account(
                    checks.authenticate(shown.getWebAuthnRequest()).getId());
        } catch (DataAccessException failure) {
            throw failure;
        } catch (RuntimeException refusal) {
            // The library says no in many ways, and to nonsense in more.
            throw new BadCredentialsException("The passkey was refused", refusal);
        }
    }
}
