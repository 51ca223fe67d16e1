package ca.releve.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the list of outgoing mails.
 *
 * @param sentAt null if it was not sent
 * @param lastProblem why it did not leave; null if nothing was in the way
 * @param lastError the last error of the mail server; null if there was none
 */
public record MailRow(
        UUID id,
        String recipient,
        String recipientName,
        String subject,
        OutgoingMail.Status status,
        int attempts,
        Instant queuedAt,
        Instant sentAt,
        MailProblem lastProblem,
        String lastError) {}
