package ca.releve.web.form;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is still coming for a person, a place or an item of a list that is deactivated.
 *
 * @param what in the user's language, without the time
 */
public record ComingRow(UUID id, String what, Instant startsAt) {}
