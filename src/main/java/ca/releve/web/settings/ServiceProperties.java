package ca.releve.web.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service de remplacement that runs this portal, as pages and mails name it.
 *
 * @param permit number of the agency's permit, shown in the footer and on exports when it is set
 * @param email address of the service; empty for none
 * @param privacyContact the person responsible for the protection of personal information (Loi 25)
 */
@ConfigurationProperties("releve.service")
public record ServiceProperties(
        @DefaultValue("Service de remplacement") String name,
        @DefaultValue("") String phone,
        @DefaultValue("") String email,
        @DefaultValue("") String permit,
        @DefaultValue("") String privacyContact) {

    /** The phone number with no-break spaces. */
    public String phoneOnOneLine() {
        return phone.replace(' ', '\u00a0');
    }
}
