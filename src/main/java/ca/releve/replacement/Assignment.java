package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** An affectation: a substitute on a shift. The database refuses two that overlap for one substitute. */
@Entity
class Assignment extends VersionedEntity {

    enum Status {
        /** She comes. */
        CONFIRMED,
        /** Something changed; she has to say yes again, and the time stays hers until then. */
        TO_RECONFIRM,
        /** She does not come. */
        CANCELLED
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "shift_id", updatable = false)
    private Shift shift;

    private UUID clientId;
    private UUID substituteId;

    /** Written once; the database carries a change of the shift's times over by the foreign key. */
    @Column(updatable = false)
    private Instant startsAt;

    @Column(updatable = false)
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.CONFIRMED;

    private Instant assignedAt;
    private String assignedBy;

    protected Assignment() {}

    Assignment(Shift shift, UUID substituteId, Actor by, Clock clock) {
        this.shift = shift;
        this.clientId = shift.clientId();
        this.substituteId = substituteId;
        this.startsAt = shift.startsAt();
        this.endsAt = shift.endsAt();
        this.assignedAt = clock.instant();
        this.assignedBy = by.name();
    }

    void askAgain() {
        status = Status.TO_RECONFIRM;
    }

    void confirm() {
        status = Status.CONFIRMED;
    }

    void cancel() {
        status = Status.CANCELLED;
    }

    boolean isLive() {
        return status != Status.CANCELLED;
    }

    UUID substituteId() {
        return substituteId;
    }
}
