package ca.releve.client;

import java.util.UUID;

/**
 * A line of the list of clients.
 *
 * @param facilities how many installations are active
 * @param managers how many managers are active
 */
record ClientRow(UUID id, String name, boolean active, int facilities, int managers) {}
