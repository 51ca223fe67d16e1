package ca.releve.timesheet;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What is declared for one worked shift.
 *
 * @param meal whether the substitute ate the installation's meal
 * @param note what the manager should know; empty for nothing
 */
@Embeddable
public record Declaration(
        @Embedded
        @AttributeOverride(name = "startsAt", column = @Column(name = "declared_starts_at"))
        @AttributeOverride(name = "endsAt", column = @Column(name = "declared_ends_at"))
        @AttributeOverride(name = "breakMinutes", column = @Column(name = "declared_break_minutes"))
        WorkTime time,

        @Column(name = "declared_meal") boolean meal,
        @Column(name = "declared_note") String note) {

    public Declaration {
        note = note == null ? "" : note.strip();
    }
}
