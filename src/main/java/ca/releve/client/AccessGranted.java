package ca.releve.client;

import java.util.UUID;

/**
 * A person is now a manager, because they asked for access or the service added them; a mail invites them to create their
 * account.
 *
 * @param email the address as it was typed; mail goes to it
 */
public record AccessGranted(UUID managerId, UUID clientId, String email, String firstName, String lastName) {

    public static AccessGranted to(ClientManager manager) {
        return new AccessGranted(
                manager.id(), manager.clientId(), manager.email(), manager.firstName(), manager.lastName());
    }
}
