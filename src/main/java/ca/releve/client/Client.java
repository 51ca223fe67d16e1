package ca.releve.client;

import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;

/** An organisation served by the service: a CPE, a garderie, a bureau coordonnateur. */
@Entity
public class Client extends VersionedEntity {

    private String name;
    private boolean active = true;
    private Instant createdAt;

    protected Client() {}

    public Client(String name, Clock clock) {
        this.name = name.strip();
        this.createdAt = clock.instant();
    }

    public void rename(String name) {
        this.name = name.strip();
    }

    public void deactivate() {
        active = false;
    }

    public void reactivate() {
        active = true;
    }

    public String name() {
        return name;
    }

    /** Whether its managers may use the portal. */
    public boolean isActive() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
