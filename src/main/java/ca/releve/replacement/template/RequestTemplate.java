package ca.releve.replacement.template;

import ca.releve.replacement.Need;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.UUID;

/** Modèle: a need and a weekly schedule that a facility uses again. */
@Entity
class RequestTemplate extends VersionedEntity {

    private UUID clientId;
    private UUID facilityId;
    private String name;

    @Embedded
    private Need need;

    @Embedded
    private WeeklyTimes times;

    protected RequestTemplate() {}

    RequestTemplate(UUID clientId, UUID facilityId, String name, Need need, WeeklyTimes times) {
        this.clientId = clientId;
        this.facilityId = facilityId;
        this.name = name;
        this.need = need;
        this.times = times;
    }

    void rename(String changed) {
        name = changed;
    }

    UUID clientId() {
        return clientId;
    }

    String name() {
        return name;
    }
}
