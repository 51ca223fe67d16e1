package ca.releve.shared;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Something with an identity that people change from pages they opened a while ago.
 *
 * <p>Stands in {@code shared} because {@code @Version} alone compares with what was loaded now, not with what the person
 * saw: {@link #requireVersion} is the one place of that rule.
 */
@MappedSuperclass
public abstract class VersionedEntity {

    @Id
    private UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

    @Version
    private Integer version;

    public UUID id() {
        return id;
    }

    /** The version to put in a form; 0 for something that was never saved. */
    public int version() {
        return version == null ? 0 : version;
    }

    /** @throws StaleVersion if the person looked at another version than the present one */
    public void requireVersion(int seen) {
        if (seen != version()) {
            throw new StaleVersion();
        }
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof VersionedEntity that && Objects.equals(id, that.id);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(id);
    }
}
