package ca.releve.replacement.schedule;

import ca.releve.web.WallClock.Occurrence;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of « Définir l’horaire », in the order of the page. What was ticked or not in the list of days stays so when the
 * list is made anew: {@code shown} and {@code days} come from the list itself, {@code with} and {@code without} are what the
 * address of a shown preview keeps of it.
 */
class ScheduleForm {

    @NotNull(message = "{schedule.startDate.required}")
    private LocalDate startDate;

    @NotNull(message = "{schedule.endDate.required}")
    private LocalDate endDate;

    @NotNull(message = "{schedule.startTime.required}")
    private LocalTime startTime;

    @NotNull(message = "{schedule.endTime.required}")
    private LocalTime endTime;

    private UnpaidBreak unpaidBreak;

    @NotEmpty(message = "{schedule.weekdays.required}")
    private Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private Occurrence startOccurrence;
    private Occurrence endOccurrence;
    private Set<LocalDate> days = new TreeSet<>();
    private Set<LocalDate> shown = new TreeSet<>();
    private Set<LocalDate> with = new TreeSet<>();
    private Set<LocalDate> without = new TreeSet<>();

    /** A single day, which is what most requests are about. */
    static ScheduleForm on(LocalDate day) {
        ScheduleForm form = new ScheduleForm();
        form.startDate = day;
        form.endDate = day;
        return form;
    }

    /** @throws ca.releve.shared.RuleViolation if the dates make no range */
    ScheduleDefinition toDefinition(ZoneId zone) {
        return new ScheduleDefinition(
                startDate,
                endDate,
                startTime,
                endTime,
                unpaidBreak == null ? 0 : unpaidBreak.minutes(),
                weekdays,
                startOccurrence,
                endOccurrence,
                zone);
    }

    /** @param usually whether a day is ticked that nobody has ticked or unticked yet */
    boolean isTicked(LocalDate day, boolean usually) {
        if (shown.contains(day)) {
            return days.contains(day);
        }
        return with.contains(day) || usually && !without.contains(day);
    }

    public LocalDate getStartDate() {
        return startDate;
    }

    public void setStartDate(LocalDate startDate) {
        this.startDate = startDate;
    }

    public LocalDate getEndDate() {
        return endDate;
    }

    public void setEndDate(LocalDate endDate) {
        this.endDate = endDate;
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

    public Set<DayOfWeek> getWeekdays() {
        return weekdays;
    }

    public void setWeekdays(Set<DayOfWeek> weekdays) {
        this.weekdays = weekdays;
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

    public Set<LocalDate> getDays() {
        return days;
    }

    public void setDays(Set<LocalDate> days) {
        this.days = days;
    }

    public Set<LocalDate> getShown() {
        return shown;
    }

    public void setShown(Set<LocalDate> shown) {
        this.shown = shown;
    }

    public Set<LocalDate> getWith() {
        return with;
    }

    public void setWith(Set<LocalDate> with) {
        this.with = with;
    }

    public Set<LocalDate> getWithout() {
        return without;
    }

    public void setWithout(Set<LocalDate> without) {
        this.without = without;
    }
}
