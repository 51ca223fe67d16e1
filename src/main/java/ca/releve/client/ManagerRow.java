package ca.releve.client;

import java.util.UUID;

/**
 * A manager on the page of her client.
 *
 * @param facilities names of the installations that she is limited to; null where she sees all
 */
record ManagerRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String phone,
        boolean allFacilities,
        String facilities,
        boolean active) {

    public String name() {
        return firstName + " " + lastName;
    }
}
