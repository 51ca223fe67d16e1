package ca.releve.account.passkey;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey, as its owner sees it.
 *
 * @param label what she calls it, for example the device that holds it
 * @param usedAt null if never yet
 */
public record Passkey(UUID id, String label, Instant createdAt, Instant usedAt) {}
