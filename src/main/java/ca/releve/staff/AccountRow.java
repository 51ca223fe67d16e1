package ca.releve.staff;

import ca.releve.account.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An account in the list.
 *
 * @param clientName the client of a manager; null for staff
 * @param signedInAt the last sign-in; null for none
 */
public record AccountRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        Role role,
        String clientName,
        AccountStanding standing,
        Instant signedInAt,
        WaysIn waysIn) {

    /** « Tremblay, Marie »: for lists in the order of names. */
    public String listName() {
        return lastName + ", " + firstName;
    }

    /**
     * How an account is open at present.
     *
     * @param sessions browsers that are signed in
     * @param passkeys passkeys of the account
     * @param delayedUntil until when passwords are refused, after too many wrong ones; null if they are not
     * @param locked whether passwords are refused until an administrator unlocks the account
     */
    public record WaysIn(int sessions, int passkeys, Instant delayedUntil, boolean locked) {}
}
