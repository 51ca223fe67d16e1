package ca.releve.signin.passkey;

import ca.releve.web.settings.ServiceProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** Configures passkeys: always with user verification (face, finger or code), and discoverable by the device. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfig {

    @Bean
    RelyingParty relyingParty(@Value("${releve.base-url}") String baseUrl) {
        return RelyingParty.at(baseUrl);
    }

    /** Discoverable (AUTH-01): no address is typed first, so the response cannot tell whether it has an account. */
    @Bean
    WebAuthnRelyingPartyOperations passkeyChecks(
            PasskeyUsers holders, PasskeyStore store, RelyingParty party, ServiceProperties service) {
        Webauthn4JRelyingPartyOperations checks = new Webauthn4JRelyingPartyOperations(
                holders,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(party.id())
                        .name("Relève, " + service.name())
                        .build(),
                party.origins());
        checks.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        checks.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return checks;
    }

    @Bean
    Customizer<HttpSecurity> factorsBesideTheSignIn(FactorConfigurer factors) {
        return http -> http.with(factors, Customizer.withDefaults());
    }
}
