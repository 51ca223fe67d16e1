package ca.releve.notification;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who the mails come from and where their links lead: both from the settings, whatever a browser says of the address that it
 * uses (AUTH-09). The portal does not start without them: see {@code StartUpCheck}.
 */
@Component
class MailIdentity {

    private final String baseUrl;
    private final String from;

    MailIdentity(@Value("${releve.base-url}") String baseUrl, @Value("${releve.mail.from}") String from) {
        this.baseUrl = baseUrl;
        this.from = from;
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
}
