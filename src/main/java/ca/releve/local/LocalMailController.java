package ca.releve.local;

import ca.releve.shared.NotFound;
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

/** The mailbox of everybody, for whoever tries the portal without a mail server. */
@Controller
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

    /** @param number place of the mail among all that came in since the start, from 1 */
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
                        .map(text -> new Line(text, pathOf(text)))
                        .toList());
    }

    /** Links lead to this very portal, whatever port it was started on. */
    private String pathOf(String text) {
        return text.startsWith(baseUrl + "/") && !text.contains(" ") ? text.substring(baseUrl.length()) : null;
    }

    /** A mail, as its page shows it. */
    record Mail(int number, String to, String subject, Instant at, List<Line> lines) {}

    /**
     * A line of a mail.
     *
     * @param path where the line leads if it is a link; null if it is not
     */
    record Line(String text, String path) {}
}
