package ca.releve.timesheet;

import ca.releve.history.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** An ajustement: hours that a manager adds to or takes from a time entry, or another meal, and why. Append-only. */
@Entity
@Immutable
public class Adjustment {

    @Id
    private UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "time_entry_id")
    private TimeEntry entry;

    private UUID clientId;
    private Integer minutes;
    private Boolean meal;
    private String note;
    private Instant at;
    private UUID byId;
    private String byName;

    protected Adjustment() {}

    Adjustment(TimeEntry entry, Integer minutes, Boolean meal, String note, Actor by, Clock clock) {
        this.entry = entry;
        this.clientId = entry.shift().clientId();
        this.minutes = minutes;
        this.meal = meal;
        this.note = note.strip();
        this.at = clock.instant();
        this.byId = by.id();
        this.byName = by.name();
    }

    /** The meal that the last of these adjustments to the meal gave; empty if none changed it. */
    static Optional<Boolean> lastMeal(List<Adjustment> inOrder) {
        return inOrder.stream().map(Adjustment::meal).filter(Objects::nonNull).reduce((earlier, later) -> later);
    }

    /** Signed whole minutes, never 0; null where only the meal changed. */
    public Integer minutes() {
        return minutes;
    }

    /** The meal from then on; null where only the hours changed. */
    public Boolean meal() {
        return meal;
    }

    public String note() {
        return note;
    }

    public Instant at() {
        return at;
    }

    public String byName() {
        return byName;
    }
}
