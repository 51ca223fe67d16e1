package ca.releve.timesheet;

import ca.releve.replacement.ShiftEvent.ShiftWorked;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.ZoneId;
import java.util.UUID;

/** The shift that a time entry is about, and who worked it; never changes. */
@Embeddable
public record WorkedShift(
        @Column(updatable = false) UUID clientId,
        @Column(updatable = false) UUID requestId,
        @Column(updatable = false) UUID shiftId,
        @Column(updatable = false) UUID facilityId,
        @Column(updatable = false) UUID substituteId,
        @Column(updatable = false) ZoneId zone) {

    static WorkedShift of(ShiftWorked worked) {
        return new WorkedShift(
                worked.clientId(),
                worked.requestId(),
                worked.shiftId(),
                worked.facilityId(),
                worked.substituteId(),
                worked.planned().zone());
    }
}
