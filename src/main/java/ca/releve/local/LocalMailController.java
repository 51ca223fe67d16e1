package ca.releve.local;

import ca.releve.shared.NotFound;
import ca.releve.web.access.ForEverybody;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page « Courriels » of the profile {@code local}: all mails that the portal has sent since it started. */
@Controller
@ForEverybody
@Profile("local")
@RequestMapping("/courriels-locaux")
class LocalMailController {

    private final GreenMail server;
    private final String baseUrl;

    LocalMailController(GreenMail server, @Value("${releve.base-url}") String baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String list(Model page) throws MessagingException, IOException {
        MimeMessage[] received = server.getReceivedMessages();
        List<Mail> mails = new ArrayList<>();
        for (int number = 1; number <= received.length; number++) {
            mails.add(read(received[number - 1], number));
        }
        Collections.reverse(mails);
        page.addAttribute("mails", mails);
        return "local/mails";
    }

    /** @param number position of the mail since the start, from 1 */
    @GetMapping("/{number}")
    String show(@PathVariable int number, Model page) throws MessagingException, IOException {
        MimeMessage[] received = server.getReceivedMessages();
        if (number < 1 || number > received.length) {
            throw new NotFound();
        }
        page.addAttribute("mail", read(received[number - 1], number));
        return "local/mail";
    }

    private Mail read(MimeMessage message, int number) throws MessagingException, IOException {
        BodyPart plain = ((Multipart) message.getContent()).getBodyPart(0);
        return new Mail(
                number,
                ((InternetAddress) message.getRecipients(MimeMessage.RecipientType.TO)[0]).getAddress(),
                message.getSubject(),
                message.getSentDate().toInstant(),
                Arrays.stream(((String) plain.getContent()).split("\\R{2,}|\\R"))
                        .map(text -> new MailRow(text, pathOf(text)))
                        .toList());
    }

    /** The path without the base URL, so that the link works on any port. */
    private String pathOf(String text) {
        return text.startsWith(baseUrl + "/") && !text.contains(" ") ? text.substring(baseUrl.length()) : null;
    }

    /** A mail. */
    record Mail(int number, String to, String subject, Instant at, List<MailRow> lines) {}

    /**
     * A line of the text of a mail.
     *
     * @param path the path of the link if the line is one; null otherwise
     */
    record MailRow(String text, String path) {}
}
