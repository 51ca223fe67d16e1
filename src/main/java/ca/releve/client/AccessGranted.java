package ca.releve.client;

import java.util.UUID;

/**
 * Somebody who had asked for access is now a known manager: a mail invites her to create her account.
 *
 * @param email the address as it was written: the one that mail goes to
 */
public record AccessGranted(UUID managerId, UUID clientId, String email, String firstName, String lastName) {

    public static AccessGranted to(ClientManager manager) {
        return new AccessGranted(
                manager.id(), manager.clientId(), manager.email(), manager.firstName(), manager.lastName());
    }
}
