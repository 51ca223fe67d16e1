package ca.releve.account.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
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
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the portal and a passkey say to each other: a challenge, which waits in the session, and its answer, which is good
 * once.
 */
@Component
class Ceremony {

    private static final String TO_MAKE = Ceremony.class.getName() + ".toMake";
    private static final String TO_SIGN = Ceremony.class.getName() + ".toSign";

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final WebAuthnRelyingPartyOperations checks;

    Ceremony(WebAuthnRelyingPartyOperations checks) {
        this.checks = checks;
    }

    /** Begins to make a passkey, and answers what the browser has to know for it. */
    String beginToMake(Authentication who, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = checks.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
        request.getSession().setAttribute(TO_MAKE, options);
        return json.writeValueAsString(options);
    }

    /** Begins to ask for a passkey: for one of hers if somebody is signed in, for any of the portal's otherwise. */
    String beginToAsk(Authentication who, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options =
                checks.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
        request.getSession().setAttribute(TO_SIGN, options);
        return json.writeValueAsString(options);
    }

    /**
     * @param accountId who answers; what another person has begun in this browser is not hers to finish
     * @param credential what the browser answered
     * @throws RuntimeException of many kinds if it is no answer to the challenge
     */
    RelyingPartyRegistrationRequest made(UUID accountId, String credential, String label, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = take(TO_MAKE, PublicKeyCredentialCreationOptions.class, request);
        if (!accountId.equals(PasskeyHolders.account(options.getUser().getId()))) {
            throw new BadCredentialsException("Somebody else was to make a passkey");
        }
        PublicKeyCredential<AuthenticatorAttestationResponse> answer =
                json.readValue(credential, new TypeReference<>() {});
        return new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(answer, label));
    }

    /** @throws BadCredentialsException if this is no answer, or nothing was asked */
    RelyingPartyAuthenticationRequest signed(String credential, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = take(TO_SIGN, PublicKeyCredentialRequestOptions.class, request);
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(credential, new TypeReference<>() {});
            return new RelyingPartyAuthenticationRequest(options, answer);
        } catch (JacksonException | IllegalArgumentException nonsense) {
            throw new BadCredentialsException("Not an answer of a passkey", nonsense);
        }
    }

    private static <T> T take(String name, Class<T> type, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object waiting = session == null ? null : session.getAttribute(name);
        if (!type.isInstance(waiting)) {
            throw new BadCredentialsException("No passkey was asked for");
        }
        session.removeAttribute(name);
        return type.cast(waiting);
    }
}
