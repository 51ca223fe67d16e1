package ca.releve.client.organisation;

import java.util.UUID;

/**
 * A line of the list of clients.
 *
 * @param facilities number of active facilities
 * @param managers number of active managers
 */
public record ClientRow(UUID id, String name, boolean active, int facilities, int managers) {}
