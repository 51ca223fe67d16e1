package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class StartUpCheckTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aPortalWithoutSettingsSaysInOneLineWhatToSet() {
        assertThat(StartUpCheck.problem(environment))
                .hasValue(
                        "set RELEVE_BASE_URL, RELEVE_MAIL_FROM, SPRING_DATASOURCE_URL, SPRING_MAIL_HOST (the README says how).");
    }

    @Test
    void aPortalWithItsSettingsStarts() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/releve");
        environment.setProperty("spring.mail.host", "mail.example.ca");
        environment.setProperty("releve.mail.from", "portail@example.ca");
        environment.setProperty("releve.base-url", "https://portail.example.ca");

        assertThat(StartUpCheck.problem(environment)).isEmpty();
    }
}
