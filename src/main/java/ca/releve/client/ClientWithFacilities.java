package ca.releve.client;

import java.util.List;

/**
 * A client and its facilities, read with one statement.
 *
 * @param facilities all of them by name, also the inactive ones
 */
public record ClientWithFacilities(Client client, List<Facility> facilities) {

    /** A row of the join; the facility is null if the client has none. */
    record Row(Client client, Facility facility) {}
}
