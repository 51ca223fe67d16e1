package ca.releve.client.organisation;

import java.util.UUID;

/**
 * A manager on the page of the client.
 *
 * @param facilities names of the facilities that the manager is limited to; null if the manager sees all
 * @param hasAccount whether the manager has created and confirmed an account
 */
public record ManagerRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String phone,
        boolean allFacilities,
        String facilities,
        boolean active,
        boolean hasAccount) {

    public String name() {
        return firstName + " " + lastName;
    }
}
