package ca.releve.notification;

import ca.releve.web.SettingRefused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Who the mails come from and where their links lead: both from the settings, whatever a browser says of the address that it
 * uses (AUTH-09). Without them the portal does not start.
 */
@Component
class MailIdentity {

    private final String baseUrl;
    private final String from;

    MailIdentity(
            @Value("${releve.base-url:}") String baseUrl,
            @Value("${releve.mail.from:}") String from,
            Environment environment) {
        this.baseUrl = checkedUrl(baseUrl.strip(), environment.acceptsProfiles(Profiles.of("local")));
        this.from = checkedAddress(from.strip());
    }

    /** @param path local path, with its leading slash */
    String link(String path) {
        return baseUrl + path;
    }

    String from() {
        return from;
    }

    /** The part of a Message-ID after the at sign. */
    String domain() {
        return URI.create(baseUrl).getHost();
    }

    private static String checkedUrl(String url, boolean local) {
        if (url.isEmpty()) {
            throw new SettingRefused(
                    "releve.base-url (RELEVE_BASE_URL) is missing: the address of the portal, which the"
                            + " links in mails begin with, for example https://portail.example.ca");
        }
        if (!url.matches(local ? "https?://[^/?#\\s@]+/?" : "https://[^/?#\\s@]+/?")
                || URI.create(url).getHost() == null) {
            throw new SettingRefused("releve.base-url (RELEVE_BASE_URL) must be an https address without a path, for"
                    + " example https://portail.example.ca, and not " + url);
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String checkedAddress(String address) {
        if (address.isEmpty()) {
            throw new SettingRefused(
                    "releve.mail.from (RELEVE_MAIL_FROM) is missing: the address that mails come from");
        }
        try {
            new InternetAddress(address, true);
            return address;
        } catch (AddressException refusal) {
            throw new SettingRefused(
                    "releve.mail.from (RELEVE_MAIL_FROM) is not an e-mail address: " + refusal.getMessage());
        }
    }
}
