package ca.releve.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service de remplacement that this portal belongs to, as its pages and mails name it.
 *
 * @param permit number of the agency's permit, shown in the footer and on exports when it is set
 * @param email where the service reads its mail; empty for none
 * @param privacyContact the person responsible for the protection of personal information (Loi 25)
 */
@ConfigurationProperties("releve.service")
public record ServiceProperties(
        @DefaultValue("Service de remplacement") String name,
        @DefaultValue("") String phone,
        @DefaultValue("") String email,
        @DefaultValue("") String permit,
        @DefaultValue("") String privacyContact) {

    /** The phone number as a sentence holds it, never torn in two at the end of a line. */
    public String phoneOnOneLine() {
        return phone.replace(' ', '\u00a0');
    }
}
