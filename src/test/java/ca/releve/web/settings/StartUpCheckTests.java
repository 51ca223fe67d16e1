package ca.releve.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class StartUpCheckTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aPortalWithoutSettingsSaysInOneLineWhatToSet() {
        assertThat(StartUpCheck.problem(environment))
                .hasValue(
                        "set RELEVE_BASE_URL, RELEVE_MAIL_FROM, RELEVE_PRIVACY_CONTACT, SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_FLYWAY_USER, SPRING_MAIL_HOST (the README says how).");
    }

    @Test
    void aPortalWithItsSettingsStarts() {
        settings();

        assertThat(StartUpCheck.problem(environment)).isEmpty();
    }

    @Test
    @Covers("OPS-10")
    void thePortalDoesNotRunWithTheOwnerOfTheTables() {
        settings();
        environment.setProperty("spring.datasource.username", "releve_owner");

        assertThat(StartUpCheck.problem(environment).orElseThrow())
                .startsWith("SPRING_DATASOURCE_USERNAME is the owner");
    }

    @Test
    @Covers("AUTH-18")
    void onlyTheProfileLocalLetsTheStaffSignInWithoutAPasskey() {
        settings();
        environment.setProperty("releve.security.staff-passkey", "optional");

        assertThat(StartUpCheck.problem(environment))
                .hasValue("releve.security.staff-passkey is « required » outside of the profile local.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.5/32", "172.16.0.0/12", "10.0.0.5/32 , 2001:db8::1/128"})
    @Covers("WEB-15")
    void aTrustedProxyIsEmptyOrOneOrMoreNetworks(String setting) {
        settings();
        environment.setProperty("releve.trusted-proxy", setting);

        assertThat(StartUpCheck.problem(environment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "proxy.example/32", "10\\.0\\..*", "10.0.0.5/33", "10.0.0.5", "*"})
    @Covers("WEB-15")
    void anyOtherTrustedProxyIsRefusedAtTheStart(String setting) {
        settings();
        environment.setProperty("releve.trusted-proxy", setting);

        assertThat(StartUpCheck.problem(environment).orElseThrow()).startsWith("RELEVE_TRUSTED_PROXY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portail.example.ca",
                "https://portail.example.ca:8443",
                "HTTPS://Portail.Example.CA",
                "http://localhost:8080",
                "http://127.0.0.1:8080"
            })
    @Covers("OPS-07")
    void theBaseUrlIsAnAddressThatLinksCanBeginWith(String setting) {
        settings();
        environment.setProperty("releve.base-url", setting);

        assertThat(StartUpCheck.problem(environment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://portail.example.ca/       | without a slash or a path after it
                    https://portail.example.ca/releve | without a slash or a path after it
                    https://portail.example.ca?a=b    | without a slash or a path after it
                    https://portail.example.ca#a      | without a slash or a path after it
                    http://portail.example.ca         | begins with https://
                    http://localhost.example.ca       | begins with https://
                    portail.example.ca                | is a whole address
                    portail.example.ca:8443           | is a whole address
                    //portail.example.ca              | is a whole address
                    https://                          | is a whole address
                    https:///releve                   | is a whole address
                    https://porta il.example.ca       | is a whole address
                    ftp://portail.example.ca          | is a whole address
                    https://portail_test.example.ca   | is a whole address
                    https://moi:secret@example.ca     | holds a name or a password
                    https://portail.example.ca:99999  | has a port
                    """)
    @Covers("OPS-07")
    void anyOtherBaseUrlIsRefusedAtTheStartWithOneSentence(String setting, String reason) {
        settings();
        environment.setProperty("releve.base-url", setting);

        assertThat(StartUpCheck.problem(environment).orElseThrow())
                .startsWith("RELEVE_BASE_URL ")
                .contains(reason)
                .endsWith(".")
                .doesNotContain("\n", "secret");
    }

    private void settings() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/releve");
        environment.setProperty("spring.datasource.username", "releve");
        environment.setProperty("spring.flyway.user", "releve_owner");
        environment.setProperty("spring.mail.host", "mail.example.ca");
        environment.setProperty("releve.mail.from", "portail@example.ca");
        environment.setProperty("releve.service.privacy-contact", "Rosalie Paquet");
        environment.setProperty("releve.base-url", "https://portail.example.ca");
    }
}
