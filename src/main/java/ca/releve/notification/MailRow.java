package ca.releve.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * An outgoing mail in the list.
 *
 * @param sentAt null if it has not left
 * @param lastError what the mail server said last; null if it has not refused
 */
record MailRow(
        UUID id,
        String recipient,
        String recipientName,
        String subject,
        OutgoingMail.Status status,
        int attempts,
        Instant queuedAt,
        Instant sentAt,
        String lastError) {}
