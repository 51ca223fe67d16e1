package ca.releve.timesheet.declaration;

import ca.releve.format.WallClock;
import ca.releve.format.WallClock.Occurrence;
import ca.releve.format.WallClock.Resolution;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.shared.RuleViolation;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.EntryHours;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.WorkTime;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/** The form « Saisir les heures »: times of the wall clock, each where it is nearest to the plan. */
class DeclarationForm {

    @NotNull(message = "{entry.start.required}")
    private LocalTime startTime;

    @NotNull(message = "{entry.end.required}")
    private LocalTime endTime;

    @NotNull(message = "{typeMismatch.breakMinutes}")
    private UnpaidBreak breakMinutes;

    /** Which of two, in the night when the clock goes back; null if not asked. */
    private Occurrence startOccurrence;

    private Occurrence endOccurrence;

    @NotNull(message = "{entry.meal.required}")
    private Boolean meal;

    @Size(max = 2_000, message = "{reason.long}")
    private String note;

    private boolean exact;

    /** What was declared before, or else what was planned, so that the usual day needs no typing. */
    static DeclarationForm of(HoursRow line) {
        EntryHours hours = line.hours();
        WorkTime time = hours.isDeclared() ? hours.declaration().time() : hours.planned();
        DeclarationForm form = new DeclarationForm();
        form.startTime = WallClock.shown(time.startsAt(), line.zone()).toLocalTime();
        form.startOccurrence =
                WallClock.occurrence(time.startsAt(), line.zone()).orElse(null);
        form.endTime = WallClock.shown(time.endsAt(), line.zone()).toLocalTime();
        form.endOccurrence = WallClock.occurrence(time.endsAt(), line.zone()).orElse(null);
        form.breakMinutes = new UnpaidBreak(time.breakMinutes());
        form.meal = hours.meal();
        form.note = hours.isDeclared() ? hours.declaration().note() : "";
        return form;
    }

    /**
     * The declaration that a form without errors describes. The start lies on the day on which it is nearest to the planned one,
     * the end where the clock shows it next.
     *
     * @param errors gets an error for each time that does not exist or is ambiguous on its day
     * @return empty if there is such an error
     */
    Optional<Declaration> read(HoursRow line, BindingResult errors) {
        Optional<Instant> start = instant(startDay(line), startTime, startOccurrence, line.zone(), "start", errors);
        Optional<Instant> end = instant(endDay(line), endTime, endOccurrence, line.zone(), "end", errors);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Declaration(
                    new WorkTime(start.get(), end.get(), breakMinutes.minutes()), Boolean.TRUE.equals(meal), note));
        } catch (RuleViolation refused) {
            DeclarationProblems.reject(refused, errors);
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(
            LocalDate day, LocalTime time, Occurrence occurrence, ZoneId zone, String field, BindingResult errors) {
        Resolution resolution = WallClock.resolve(day, time, occurrence, zone);
        if (resolution instanceof Resolution.At at) {
            return Optional.of(at.instant());
        }
        if (resolution instanceof Resolution.InGap) {
            errors.rejectValue(field + "Time", "entry.time.skipped");
        } else {
            errors.rejectValue(field + "Occurrence", "entry.time.twice");
        }
        return Optional.empty();
    }

    private LocalDate startDay(HoursRow line) {
        return WallClock.dayNearest(
                startTime, startOccurrence, line.hours().planned().startsAt(), line.zone());
    }

    private LocalDate endDay(HoursRow line) {
        LocalDate day = startDay(line);
        Instant start = WallClock.resolve(day, startTime, startOccurrence, line.zone()) instanceof Resolution.At at
                ? at.instant()
                : null;
        return WallClock.dayOfEnd(day, startTime, start, endTime, line.zone());
    }

    /** Whether the clock shows the start twice on its day, so that the form must ask which one. */
    boolean startsTwice(HoursRow line) {
        return startTime != null && isTwice(startDay(line), startTime, line.zone());
    }

    /** Whether the clock shows the end twice. */
    boolean endsTwice(HoursRow line) {
        return startTime != null && endTime != null && isTwice(endDay(line), endTime, line.zone());
    }

    private static boolean isTwice(LocalDate day, LocalTime time, ZoneId zone) {
        return WallClock.resolve(day, time, null, zone) instanceof Resolution.Ambiguous;
    }

    public LocalTime getStartTime() {
        return startTime;
    }

    public void setStartTime(LocalTime startTime) {
        this.startTime = startTime;
    }

    public Occurrence getStartOccurrence() {
        return startOccurrence;
    }

    public void setStartOccurrence(Occurrence startOccurrence) {
        this.startOccurrence = startOccurrence;
    }

    public LocalTime getEndTime() {
        return endTime;
    }

    public void setEndTime(LocalTime endTime) {
        this.endTime = endTime;
    }

    public Occurrence getEndOccurrence() {
        return endOccurrence;
    }

    public void setEndOccurrence(Occurrence endOccurrence) {
        this.endOccurrence = endOccurrence;
    }

    public UnpaidBreak getBreakMinutes() {
        return breakMinutes;
    }

    public void setBreakMinutes(UnpaidBreak breakMinutes) {
        this.breakMinutes = breakMinutes;
    }

    public Boolean getMeal() {
        return meal;
    }

    public void setMeal(Boolean meal) {
        this.meal = meal;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** Whether the user said that unusual hours are exact. */
    public boolean isExact() {
        return exact;
    }

    public void setExact(boolean exact) {
        this.exact = exact;
    }
}
