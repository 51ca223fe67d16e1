package ca.releve.replacement.schedule;

import ca.releve.format.WallClock;
import ca.releve.format.WallClock.Occurrence;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.UnpaidBreak;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The day, times and break of one shift, in the order of the page. */
class ShiftForm {

    @NotNull(message = "{schedule.date.required}")
    private LocalDate date;

    @NotNull(message = "{schedule.startTime.required}")
    private LocalTime startTime;

    @NotNull(message = "{schedule.endTime.required}")
    private LocalTime endTime;

    private UnpaidBreak unpaidBreak;
    private Occurrence startOccurrence;
    private Occurrence endOccurrence;
    private boolean exact;

    static ShiftForm of(PlannedShift shift) {
        ShiftForm form = new ShiftForm();
        form.date = shift.day();
        form.startTime = shift.startTime();
        form.endTime = shift.endTime();
        form.unpaidBreak = new UnpaidBreak(shift.breakMinutes(), shift.breakText());
        form.startOccurrence =
                WallClock.occurrence(shift.startsAt(), shift.zone()).orElse(null);
        form.endOccurrence = WallClock.occurrence(shift.endsAt(), shift.zone()).orElse(null);
        return form;
    }

    ScheduleDefinition toDefinition(ZoneId zone) {
        return new ScheduleDefinition(
                date,
                date,
                startTime,
                endTime,
                unpaidBreak == null ? UnpaidBreak.NONE : unpaidBreak,
                Set.of(),
                startOccurrence,
                endOccurrence,
                zone);
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public LocalTime getStartTime() {
        return startTime;
    }

    public void setStartTime(LocalTime startTime) {
        this.startTime = startTime;
    }

    public LocalTime getEndTime() {
        return endTime;
    }

    public void setEndTime(LocalTime endTime) {
        this.endTime = endTime;
    }

    public UnpaidBreak getUnpaidBreak() {
        return unpaidBreak;
    }

    public void setUnpaidBreak(UnpaidBreak unpaidBreak) {
        this.unpaidBreak = unpaidBreak;
    }

    public Occurrence getStartOccurrence() {
        return startOccurrence;
    }

    public void setStartOccurrence(Occurrence startOccurrence) {
        this.startOccurrence = startOccurrence;
    }

    public Occurrence getEndOccurrence() {
        return endOccurrence;
    }

    public void setEndOccurrence(Occurrence endOccurrence) {
        this.endOccurrence = endOccurrence;
    }

    /** Whether the user said that unusual times are exact. */
    public boolean isExact() {
        return exact;
    }

    public void setExact(boolean exact) {
        this.exact = exact;
    }
}
