package ca.releve.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.releve.web.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailIdentityTests {

    @Test
    void linksBeginWithTheConfiguredAddress() {
        MailIdentity identity = new MailIdentity("https://portail.example.ca/", "portail@example.ca");

        assertThat(identity.link("/connexion")).isEqualTo("https://portail.example.ca/connexion");
        assertThat(identity.domain()).isEqualTo("portail.example.ca");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "portail.example.ca",
                "http://portail.example.ca",
                "https://portail.example.ca/chemin",
                "https://",
                "https://x y.ca",
                "https://autre@portail.example.ca"
            })
    void aPortalWithoutAProperAddressDoesNotStart(String url) {
        assertThatThrownBy(() -> new MailIdentity(url, "portail@example.ca"))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("releve.base-url (RELEVE_BASE_URL)")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "portail", "a@example.ca\nBcc: b@example.ca"})
    void aPortalWithoutASenderDoesNotStart(String from) {
        assertThatThrownBy(() -> new MailIdentity("https://portail.example.ca", from))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("releve.mail.from (RELEVE_MAIL_FROM)");
    }

    @Test
    void onlyAPortalOnOnesOwnMachineMayDoWithoutEncryption() {
        assertThat(new MailIdentity("http://localhost:8080", "portail@releve.test").link("/"))
                .isEqualTo("http://localhost:8080/");
    }
}
