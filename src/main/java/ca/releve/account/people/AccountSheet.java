package ca.releve.account.people;

import ca.releve.account.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that the page of one account tells.
 *
 * @param personName her name as the service wrote it
 * @param clientId the client of a manager; null for staff
 * @param clientName the client of a manager; null for staff
 * @param personId the record of the manager or of the member of the staff
 * @param sessions how many browsers are signed in with it
 * @param passkeys how many passkeys open it
 * @param delayedUntil until when no password is looked at, after too many wrong ones; null if they are
 * @param locked whether so many were wrong that no password opens it until it is unlocked
 */
record AccountSheet(
        UUID id,
        int version,
        String firstName,
        String lastName,
        String email,
        String personName,
        Role role,
        UUID clientId,
        String clientName,
        UUID personId,
        AccountStanding standing,
        String language,
        Instant createdAt,
        Instant confirmedAt,
        Instant signedInAt,
        int sessions,
        int passkeys,
        Instant delayedUntil,
        boolean locked) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** The address of her record's page. */
    public String recordAddress() {
        return clientId == null
                ? "/admin/personnel/" + personId
                : "/admin/clients/" + clientId + "/gestionnaires/" + personId;
    }

    /** Under which ids the history speaks of her. */
    List<UUID> subjectIds() {
        return Stream.of(id, personId).toList();
    }

    public boolean isDisabled() {
        return standing == AccountStanding.DISABLED;
    }

    public boolean isUnconfirmed() {
        return standing == AccountStanding.UNCONFIRMED;
    }

    public boolean isWorking() {
        return standing == AccountStanding.ACTIVE;
    }
}
