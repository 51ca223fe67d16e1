package ca.releve.signin.passkey;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its page shows it.
 *
 * @param label given by the user, for example the name of the device
 * @param usedAt null if never used
 */
public record Passkey(UUID id, String label, Instant createdAt, Instant usedAt) {}
