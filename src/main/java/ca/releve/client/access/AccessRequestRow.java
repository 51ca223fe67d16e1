package ca.releve.client.access;

import ca.releve.format.EmailAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the list of open access requests.
 *
 * @param attempts how often the person tried to create an account
 */
public record AccessRequestRow(
        UUID id,
        String firstName,
        String lastName,
        String email,
        String emailCanonical,
        Instant lastRequestedAt,
        int attempts) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** The address, with the ASCII spelling of its domain if it has other letters (AUTH-04). */
    public String unmistakableEmail() {
        return new EmailAddress(email, emailCanonical).unmistakable();
    }
}
