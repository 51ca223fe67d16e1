package ca.releve.signin.passkey;

import ca.releve.account.AccountPrincipal;
import ca.releve.account.CurrentAccounts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registration and authentication ceremonies of WebAuthn: the challenge is stored in the session, and its answer is
 * accepted once.
 */
@Component
class PasskeyCeremony {

    private static final String REGISTRATION = PasskeyCeremony.class.getName() + ".registration";
    private static final String AUTHENTICATION = PasskeyCeremony.class.getName() + ".authentication";

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final WebAuthnRelyingPartyOperations checks;
    private final CurrentAccounts accounts;
    private final Clock clock;

    PasskeyCeremony(WebAuthnRelyingPartyOperations checks, CurrentAccounts accounts, Clock clock) {
        this.checks = checks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Stores the options for a new passkey in the session and returns them as JSON for the browser. */
    String beginRegistration(Authentication who, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = checks.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
        request.getSession().setAttribute(REGISTRATION, options);
        return json.writeValueAsString(options);
    }

    /** Stores the options for signing in: with a passkey of the user if one is signed in, with any passkey otherwise. */
    String beginAuthentication(Authentication who, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options =
                checks.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
        request.getSession().setAttribute(AUTHENTICATION, options);
        return json.writeValueAsString(options);
    }

    /**
     * Stores a new passkey.
     *
     * @param accountId the account that answers; the options may have been stored for another user of this browser
     * @param credential the answer of the browser
     * @throws BadCredentialsException if it is no answer to the challenge
     */
    void register(UUID accountId, String credential, String label, HttpServletRequest request) {
        check(() -> {
            PublicKeyCredentialCreationOptions options =
                    take(REGISTRATION, PublicKeyCredentialCreationOptions.class, request);
            if (!accountId.equals(PasskeyUsers.account(options.getUser().getId()))) {
                throw new BadCredentialsException("The challenge belongs to another account");
            }
            PublicKeyCredential<AuthenticatorAttestationResponse> answer =
                    json.readValue(credential, new TypeReference<>() {});
            return checks.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(answer, label)));
        });
    }

    /**
     * Authenticates a user, with the same principal as after a password, so that one factor is added to the other (AUTH-19).
     * In one transaction: removing a passkey waits for its use, and then ends the session that begins with it.
     *
     * @param credential the answer of the browser
     * @throws BadCredentialsException if the passkey is unknown, or it is no answer to the challenge
     * @throws DisabledException if the account may not sign in
     */
    @Transactional
    public Authentication authenticate(String credential, HttpServletRequest request) {
        UUID accountId = check(() -> {
            PublicKeyCredentialRequestOptions options =
                    take(AUTHENTICATION, PublicKeyCredentialRequestOptions.class, request);
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(credential, new TypeReference<>() {});
            return PasskeyUsers.account(checks.authenticate(new RelyingPartyAuthenticationRequest(options, answer))
                    .getId());
        });
        if (accounts.find(accountId).isEmpty()) {
            throw new DisabledException("The account may not sign in");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new AccountPrincipal(accountId, accounts.sessionsEnded(accountId)),
                null,
                List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY)
                        .issuedAt(clock.instant())
                        .build()));
    }

    /** The library throws exceptions of many types, also for malformed input. */
    private static <T> T check(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (DataAccessException failure) {
            throw failure;
        } catch (RuntimeException refusal) {
            throw new BadCredentialsException("The passkey was refused", refusal);
        }
    }

    private static <T> T take(String name, Class<T> type, HttpServletRequest request) {
        Object waiting = WebUtils.getSessionAttribute(request, name);
        if (!type.isInstance(waiting)) {
            throw new BadCredentialsException("There is no challenge");
        }
        WebUtils.setSessionAttribute(request, name, null);
        return type.cast(waiting);
    }
}
