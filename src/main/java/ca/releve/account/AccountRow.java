package ca.releve.account;

import java.time.Instant;
import java.util.UUID;

/**
 * An account in the list.
 *
 * @param clientName the client of a manager; null for staff
 * @param signedInAt null if she never did
 * @param sessions how many browsers are signed in with it
 */
record AccountRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        Role role,
        String clientName,
        AccountStanding standing,
        Instant signedInAt,
        int sessions) {

    /** « Tremblay, Marie »: for lists in the order of names. */
    public String listName() {
        return lastName + ", " + firstName;
    }
}
