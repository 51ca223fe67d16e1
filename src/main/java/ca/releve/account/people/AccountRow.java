package ca.releve.account.people;

import ca.releve.account.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An account in the list.
 *
 * @param clientName the client of a manager; null for staff
 * @param signedInAt null if she never did
 * @param sessions how many browsers are signed in with it
 * @param passkeys how many passkeys open it
 * @param delayedUntil until when no password is looked at, after too many wrong ones; null if they are
 * @param locked whether so many were wrong that no password opens it until it is unlocked
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
        int sessions,
        int passkeys,
        Instant delayedUntil,
        boolean locked) {

    /** « Tremblay, Marie »: for lists in the order of names. */
    public String listName() {
        return lastName + ", " + firstName;
    }
}
