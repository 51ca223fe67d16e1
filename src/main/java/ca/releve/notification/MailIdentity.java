package ca.releve.notification;

import ca.releve.format.OneLine;
import ca.releve.web.settings.ServiceProperties;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The sender of mails and the base of their links. Both come from the settings, never from a request (AUTH-09); the portal
 * does not start without them: see {@code StartUpCheck}.
 */
@Component
class MailIdentity {

    private final String baseUrl;
    private final String from;
    private final ServiceProperties service;

    MailIdentity(
            @Value("${releve.base-url}") String baseUrl,
            @Value("${releve.mail.from}") String from,
            ServiceProperties service) {
        this.baseUrl = baseUrl;
        this.from = from;
        this.service = service;
    }

    /** @param path local path, with its leading slash */
    String link(String path) {
        return baseUrl + path;
    }

    /** The address of the portal, with the name of the service. */
    InternetAddress sender() throws AddressException, UnsupportedEncodingException {
        InternetAddress sender = new InternetAddress(from);
        sender.setPersonal(OneLine.of(service.name()), StandardCharsets.UTF_8.name());
        return sender;
    }

    /** An answer reaches the service, if it has an address, since nobody reads the mails to the portal. */
    InternetAddress[] replyTo() throws AddressException, UnsupportedEncodingException {
        if (service.email().isBlank()) {
            return new InternetAddress[] {sender()};
        }
        InternetAddress answers = new InternetAddress(service.email());
        answers.setPersonal(OneLine.of(service.name()), StandardCharsets.UTF_8.name());
        return new InternetAddress[] {answers};
    }

    /** The part of a Message-ID after the at sign. */
    String domain() {
        return URI.create(baseUrl).getHost();
    }
}
