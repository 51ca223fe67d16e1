package ca.releve.replacement.schedule;

import ca.releve.format.WallClock.Occurrence;
import ca.releve.replacement.UnpaidBreak;
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
 * The fields of « Définir l’horaire », in the order of the page. The ticks in the list of days are kept when the list is made
 * again: {@code shown} and {@code days} come from the list itself, {@code with} and {@code without} from the address of a
 * preview. They are compared as texts: one that is no date ticks nothing.
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
    private Set<String> days = new TreeSet<>();
    private Set<String> shown = new TreeSet<>();
    private Set<String> with = new TreeSet<>();
    private Set<String> without = new TreeSet<>();
    private boolean exact;

    /** A schedule of one day. */
    static ScheduleForm on(LocalDate day) {
        ScheduleForm form = new ScheduleForm();
        form.startDate = day;
        form.endDate = day;
        return form;
    }

    /** Fills in hours; each may be null. */
    void fill(LocalTime start, LocalTime end, UnpaidBreak notPaid) {
        startTime = start;
        endTime = end;
        unpaidBreak = notPaid;
    }

    /** @throws ca.releve.shared.RuleViolation if the dates make no range */
    ScheduleDefinition toDefinition(ZoneId zone) {
        return new ScheduleDefinition(
                startDate,
                endDate,
                startTime,
                endTime,
                unpaidBreak == null ? UnpaidBreak.NONE : unpaidBreak,
                weekdays,
                startOccurrence,
                endOccurrence,
                zone);
    }

    /** The hours, if both times are given. */
    QuickChoices.Hours hours() {
        return startTime == null || endTime == null
                ? null
                : new QuickChoices.Hours(startTime, endTime, unpaidBreak == null ? 0 : unpaidBreak.minutes());
    }

    /** @param usually whether the day is ticked by default */
    boolean isTicked(LocalDate day, boolean usually) {
        String date = day.toString();
        if (shown.contains(date)) {
            return days.contains(date);
        }
        return with.contains(date) || usually && !without.contains(date);
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

    public Set<String> getDays() {
        return days;
    }

    public void setDays(Set<String> days) {
        this.days = days;
    }

    public Set<String> getShown() {
        return shown;
    }

    public void setShown(Set<String> shown) {
        this.shown = shown;
    }

    public Set<String> getWith() {
        return with;
    }

    public void setWith(Set<String> with) {
        this.with = with;
    }

    public Set<String> getWithout() {
        return without;
    }

    public void setWithout(Set<String> without) {
        this.without = without;
    }

    /** Whether the user said that unusual times are exact. */
    public boolean isExact() {
        return exact;
    }

    public void setExact(boolean exact) {
        this.exact = exact;
    }
}
