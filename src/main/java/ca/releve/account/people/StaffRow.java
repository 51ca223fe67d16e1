package ca.releve.account.people;

import ca.releve.account.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A member of the staff in the list.
 *
 * @param email the address that she signs in with; before that, the one that the service knows
 * @param signedInAt null if she never did
 */
record StaffRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        Role role,
        boolean active,
        AccountStanding standing,
        Instant signedInAt) {

    /** « Bouchard, Chantal »: for lists in the order of names. */
    public String listName() {
        return lastName + ", " + firstName;
    }
}
