package ca.releve.staff;

import ca.releve.account.Role;
import java.time.Instant;
import java.util.UUID;

/** What the page of one account shows. */
public record AccountPage(
        UUID id,
        int version,
        String firstName,
        String lastName,
        String email,
        AccountStanding standing,
        String language,
        Person person,
        Dates dates,
        AccountRow.WaysIn waysIn) {

    /**
     * The service's record of the account's user.
     *
     * @param id the manager's or staff member's record
     * @param name the name as the service wrote it
     * @param clientId the client of a manager; null for staff
     */
    public record Person(UUID id, String name, Role role, UUID clientId, String clientName) {

        /** The path of the record's page. */
        public String address() {
            return clientId == null ? "/admin/personnel/" + id : "/admin/clients/" + clientId + "/gestionnaires/" + id;
        }
    }

    /** When the account was created, confirmed and last signed in to; null for never. */
    public record Dates(Instant createdAt, Instant confirmedAt, Instant signedInAt) {}

    public String name() {
        return firstName + " " + lastName;
    }
}
