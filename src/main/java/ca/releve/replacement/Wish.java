package ca.releve.replacement;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Who would be welcome: the service tries, and promises nothing.
 *
 * @param samePerson whether the same person should come on all days
 * @param preferredId the preferred substitute, who came to the client before; null for nobody, or for a name of another person
 * @param preferredName the name of the preferred person, as it was written then; empty for nobody
 */
@Embeddable
public record Wish(boolean samePerson, UUID preferredId, String preferredName) {

    public static final Wish NONE = new Wish(false, null, "");

    public Wish {
        preferredName = preferredName == null ? "" : preferredName.strip();
    }

    /** Without the person, who cannot come twice at the same time. */
    public Wish ofAnybody() {
        return new Wish(samePerson, null, "");
    }
}
