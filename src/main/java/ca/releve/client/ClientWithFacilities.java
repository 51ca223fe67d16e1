package ca.releve.client;

import java.util.List;

/**
 * A client and its installations, read in one statement.
 *
 * @param facilities by name, also the inactive ones
 */
record ClientWithFacilities(Client client, List<Facility> facilities) {

    /** A row of the join; the installation is null where the client has none. */
    record Row(Client client, Facility facility) {}
}
