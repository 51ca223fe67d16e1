package ca.releve.notification;

import ca.releve.account.Addressee;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a mail is to say. Its words are the messages {@code mail.<kind>.subject} and {@code mail.<kind>.body}, in which
 * {@code {0}} is the name of the service, {@code {1}} the link, {@code {2}} and on are the facts.
 *
 * @param kind of the messages, for example {@code account-confirmation}
 * @param path the page that the mail leads to
 * @param tokenId a token to put at the end of the link when the mail leaves; null for none
 * @param expiresAt from when on it must not leave any more; null for never
 * @param facts texts, numbers, instants or dates, which are written in the language of the recipient
 */
record MailDraft(
        String kind,
        String recipient,
        String name,
        String language,
        String path,
        UUID tokenId,
        Instant expiresAt,
        List<Object> facts) {

    /** A mail that leads to the front page. */
    static MailDraft of(String kind, Addressee to) {
        return new MailDraft(kind, to.email(), to.name(), to.language(), "/", null, null, List.of());
    }

    MailDraft leadingTo(String path) {
        return new MailDraft(kind, recipient, name, language, path, tokenId, expiresAt, facts);
    }

    /** @param path the page, without the slash and the token at its end */
    MailDraft withToken(String path, UUID tokenId, Instant expiresAt) {
        return new MailDraft(
                kind, recipient, name, language, path + "/" + OutgoingMail.TOKEN, tokenId, expiresAt, facts);
    }

    MailDraft saying(Object... facts) {
        return new MailDraft(kind, recipient, name, language, path, tokenId, expiresAt, List.of(facts));
    }
}
