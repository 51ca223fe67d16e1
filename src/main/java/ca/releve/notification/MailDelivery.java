package ca.releve.notification;

import ca.releve.account.AccountTokens;
import ca.releve.format.EmailAddress;
import ca.releve.format.OneLine;
import ca.releve.notification.OutgoingMail.Letter;
import ca.releve.replacement.NoticesForStaff;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends mails to the mail server, outside of any transaction, so that a slow server holds no database connection. A mail is
 * sent at least once: if the portal stops after the server accepted a mail and before that is stored, the mail is sent again
 * with the same Message-ID (MAIL-04).
 */
@Component
class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    private final OutgoingMails mails;
    private final AccountTokens tokens;
    private final NoticesForStaff notices;
    private final MailIdentity identity;
    private final JavaMailSender server;
    private final ITemplateEngine templates;
    private final TransactionTemplate transaction;
    private final WaitingMails waiting;
    private final Clock clock;

    MailDelivery(
            OutgoingMails mails,
            AccountTokens tokens,
            NoticesForStaff notices,
            MailIdentity identity,
            JavaMailSender server,
            ITemplateEngine templates,
            TransactionTemplate transaction,
            WaitingMails waiting,
            Clock clock) {
        this.mails = mails;
        this.tokens = tokens;
        this.notices = notices;
        this.identity = identity;
        this.server = server;
        this.templates = templates;
        this.transaction = transaction;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** @return the time of the next attempt; empty if there is none */
    Optional<Instant> deliver(UUID mailId) {
        Optional<Letter> letter = transaction.execute(status -> prepare(mailId));
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        try {
            server.send(message(letter.get()));
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException failure) {
            MailRefusal refusal = MailRefusal.of(failure);
            // The answer may contain the address, so it is stored and not logged.
            log.warn("Mail {} was not taken: {}", mailId, refusal.problem());
            return transaction.execute(
                    status -> mails.findById(mailId).flatMap(mail -> mail.refused(refusal, clock.instant())));
        }
        Boolean refusedBefore = transaction.execute(
                status -> mails.findById(mailId).filter(this::sent).isPresent());
        if (Boolean.TRUE.equals(refusedBefore)) {
            waiting.sendAll();
        }
        return Optional.empty();
    }

    /** @return whether the mail had been refused before */
    private boolean sent(OutgoingMail mail) {
        boolean refusedBefore = mail.attempts() > 0;
        mail.sent(clock.instant());
        notices.left(mail.id(), clock.instant());
        return refusedBefore;
    }

    /** Issues the token of the link, or drops a mail whose link has expired. */
    private Optional<Letter> prepare(UUID mailId) {
        Optional<OutgoingMail> mail = mails.findById(mailId).filter(OutgoingMail::isQueued);
        Optional<Letter> letter = mail.filter(it -> !it.isExpired(clock.instant()))
                .flatMap(it -> tokenOf(it).map(it::letter));
        if (letter.isEmpty()) {
            mail.ifPresent(OutgoingMail::drop);
        }
        return letter;
    }

    private Optional<String> tokenOf(OutgoingMail mail) {
        return mail.accountTokenId() == null ? Optional.of("") : tokens.issue(mail.accountTokenId());
    }

    private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(identity.sender());
        message.setReplyTo(identity.replyTo());
        message.setRecipient(MimeMessage.RecipientType.TO, to(letter));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Message-ID", "<" + letter.id() + "@" + identity.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.locale().getLanguage());
        message.setContent(new MimeMultipart("alternative", plain(letter), html(letter)));
        return message;
    }

    private static InternetAddress to(Letter letter) throws UnsupportedEncodingException {
        String stored = letter.recipient();
        // Mail servers expect an ASCII domain, so it is converted to punycode; the local part is unchanged.
        String address = EmailAddress.parse(stored)
                .map(EmailAddress::canonical)
                .map(canonical ->
                        stored.substring(0, stored.lastIndexOf('@')) + canonical.substring(canonical.lastIndexOf('@')))
                .orElse(stored);
        return new InternetAddress(address, OneLine.of(letter.name()), StandardCharsets.UTF_8.name());
    }

    private static MimeBodyPart plain(Letter letter) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(letter.body(), StandardCharsets.UTF_8.name());
        return part;
    }

    private MimeBodyPart html(Letter letter) throws MessagingException {
        Context page = new Context(letter.locale());
        page.setVariable("language", letter.locale().getLanguage());
        page.setVariable("subject", letter.subject());
        page.setVariable("paragraphs", paragraphs(letter.body()));
        MimeBodyPart part = new MimeBodyPart();
        part.setText(templates.process("notification/letter", page), StandardCharsets.UTF_8.name(), "html");
        return part;
    }

    private List<Paragraph> paragraphs(String body) {
        return Arrays.stream(body.split("\\n\\n"))
                .map(text -> new Paragraph(text.strip(), text.startsWith(identity.link("/")) && !text.contains(" ")))
                .toList();
    }

    /** A paragraph of the HTML part; {@code link} if it consists of a link only. */
    public record Paragraph(String text, boolean link) {

        public List<String> lines() {
            return text.lines().toList();
        }
    }
}
