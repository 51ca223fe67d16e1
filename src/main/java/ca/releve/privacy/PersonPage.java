package ca.releve.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * A person on the pages about personal data.
 *
 * @param record where the service keeps the record of the person
 * @param held why the data are kept beyond their period; null if they are not
 * @param atWork what does not let the person be erased yet
 */
public record PersonPage(
        PersonKind kind, UUID id, int version, String name, String email, OfRecord record, Held held, AtWork atWork) {

    /**
     * The record of the person.
     *
     * @param clientId the client of a manager; null otherwise
     * @param accountId the account; null if there is none
     */
    public record OfRecord(boolean active, UUID clientId, UUID accountId) {}

    /** @param by name of the administrator */
    public record Held(String reason, Instant at, String by) {}

    /**
     * @param shifts that are coming
     * @param hours that are not approved
     * @param lastHours end of the last shift worked; null if there is none
     */
    public record AtWork(int shifts, int hours, Instant lastHours) {}

    /** The path of this page. */
    public String address() {
        return kind.address(id);
    }

    /** The path of the person's record. */
    public String recordAddress() {
        return switch (kind) {
            case SUBSTITUTE -> "/admin/remplacantes/" + id;
            case MANAGER -> "/admin/clients/" + record.clientId + "/gestionnaires/" + id;
            case STAFF -> "/admin/personnel/" + id;
        };
    }

    public boolean isErased() {
        return email.matches("personne-\\d+@invalid");
    }

    /** Whether the erasure can be suspended. */
    public boolean isHoldable() {
        return !isErased() && held == null;
    }

    /** Whether nothing speaks against the erasure. */
    public boolean isErasable() {
        return !isErased() && !record.active && held == null && atWork.shifts == 0 && atWork.hours == 0;
    }
}
