package ca.releve.notification;

import ca.releve.account.Addressee;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The contents of a mail. Its texts are the messages {@code mail.<kind>.subject} and {@code mail.<kind>.body}; their
 * arguments are the name of the service, the link, and {@code arguments}.
 *
 * @param kind part of the message keys, for example {@code account-confirmation}
 * @param path local path of the link
 * @param tokenId token to append to the link when the mail is sent; null for none
 * @param expiresAt when the mail must no longer be sent; null for never
 * @param held null for a mail that leaves at once
 * @param arguments further arguments: texts, numbers, instants or dates, formatted in the language of the recipient
 */
record MailDraft(
        String kind,
        String recipient,
        String name,
        String language,
        String path,
        UUID tokenId,
        Instant expiresAt,
        List<Object> arguments,
        Held held) {

    /**
     * A mail that waits, since what happens next may make it superfluous.
     *
     * @param about the shift or the request that it is about
     */
    record Held(UUID about, Duration time) {}

    /** A mail that links to the home page. */
    static MailDraft of(String kind, Addressee to) {
        return new MailDraft(kind, to.email(), to.name(), to.language(), "/", null, null, List.of(), null);
    }

    MailDraft withLink(String path) {
        return new MailDraft(kind, recipient, name, language, path, tokenId, expiresAt, arguments, held);
    }

    /** @param path local path of the link, without the slash and the token */
    MailDraft withToken(String path, UUID tokenId, Instant expiresAt) {
        return new MailDraft(
                kind, recipient, name, language, path + "/" + OutgoingMail.TOKEN, tokenId, expiresAt, arguments, held);
    }

    MailDraft withArguments(Object... arguments) {
        return new MailDraft(kind, recipient, name, language, path, tokenId, expiresAt, List.of(arguments), held);
    }

    MailDraft heldFor(Duration time, UUID about) {
        return new MailDraft(
                kind, recipient, name, language, path, tokenId, expiresAt, arguments, new Held(about, time));
    }
}
