package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.web.settings.ServiceProperties;
import org.junit.jupiter.api.Test;

class MailIdentityTests {

    @Test
    void linksAndMessageIdsUseTheConfiguredAddress() {
        MailIdentity identity = identity("service@example.ca");

        assertThat(identity.link("/connexion")).isEqualTo("https://portail.example.ca:8443/connexion");
        assertThat(identity.domain()).isEqualTo("portail.example.ca");
    }

    @Test
    void mailsComeFromThePortalInTheNameOfTheServiceAndAreAnsweredToTheService() throws Exception {
        assertThat(identity("service@example.ca").sender()).hasToString("Les Relayeuses <portail@example.ca>");
        assertThat(identity("service@example.ca").replyTo())
                .singleElement()
                .hasToString("Les Relayeuses <service@example.ca>");
        assertThat(identity("").replyTo()).singleElement().hasToString("Les Relayeuses <portail@example.ca>");
    }

    private static MailIdentity identity(String serviceEmail) {
        return new MailIdentity(
                "https://portail.example.ca:8443",
                "portail@example.ca",
                new ServiceProperties("Les Relayeuses", "", serviceEmail, "", ""));
    }
}
