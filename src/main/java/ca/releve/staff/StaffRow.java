package ca.releve.staff;

import ca.releve.account.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A member of the staff in the list.
 *
 * @param email the address of the account; without an account, the one that the service knows
 * @param signedInAt the last sign-in; null for none
 */
public record StaffRow(
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
