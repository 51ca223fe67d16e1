package ca.releve.account.passkey;

import ca.releve.web.ServiceProperties;
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

/** How passkeys are made and checked: always with the person's face, finger or code, and found by the device itself. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfig {

    @Bean
    RelyingParty relyingParty(@Value("${releve.base-url}") String baseUrl) {
        return RelyingParty.at(baseUrl);
    }

    /**
     * Passkeys that the device finds by itself (AUTH-01): nobody types an address first, so nothing tells whether it has an
     * account.
     */
    @Bean
    WebAuthnRelyingPartyOperations passkeyChecks(
            PasskeyHolders holders, PasskeyStore store, RelyingParty party, ServiceProperties service) {
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
    Customizer<HttpSecurity> doorsBesideTheSignIn(FactorDoors doors) {
        return http -> http.with(doors, Customizer.withDefaults());
    }
}
