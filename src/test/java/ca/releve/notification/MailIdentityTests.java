package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailIdentityTests {

    @Test
    void linksAndMessageIdsFollowTheConfiguredAddress() {
        MailIdentity identity = new MailIdentity("https://portail.example.ca:8443", "portail@example.ca");

        assertThat(identity.link("/connexion")).isEqualTo("https://portail.example.ca:8443/connexion");
        assertThat(identity.domain()).isEqualTo("portail.example.ca");
    }
}
