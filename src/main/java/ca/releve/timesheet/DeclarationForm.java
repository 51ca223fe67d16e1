package ca.releve.timesheet;

import ca.releve.shared.RuleViolation;
import ca.releve.web.WallClock;
import ca.releve.web.WallClock.Occurrence;
import ca.releve.web.WallClock.Resolution;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/** What is typed into « Saisir les heures »: times of the wall clock, on the day on which the shift starts. */
class DeclarationForm {

    @NotNull(message = "{entry.start.required}")
    private LocalTime startTime;

    @NotNull(message = "{entry.end.required}")
    private LocalTime endTime;

    @NotNull(message = "{entry.break.required}")
    @PositiveOrZero(message = "{entry.break.required}")
    private Integer breakMinutes;

    /** Which of two, in the night when the clock goes back; null if not asked. */
    private Occurrence startOccurrence;

    private Occurrence endOccurrence;

    @NotNull(message = "{entry.meal.required}")
    private Boolean meal;

    @Size(max = 2_000, message = "{entry.text.too-long}")
    private String note;

    /** What was declared before, or else what was planned, so that the usual day is one press. */
    static DeclarationForm of(HoursLine line) {
        WorkTime time = line.filled() ? line.declared() : line.planned();
        DeclarationForm form = new DeclarationForm();
        form.startTime = WallClock.shown(time.startsAt(), line.zone()).toLocalTime();
        form.startOccurrence =
                WallClock.occurrence(time.startsAt(), line.zone()).orElse(null);
        form.endTime = WallClock.shown(time.endsAt(), line.zone()).toLocalTime();
        form.endOccurrence = WallClock.occurrence(time.endsAt(), line.zone()).orElse(null);
        form.breakMinutes = time.breakMinutes();
        form.meal = line.filled() ? line.meal() : null;
        form.note = line.declaredNote();
        return form;
    }

    /**
     * What the form says, once it holds no other errors.
     *
     * @param errors gets what keeps the times from being understood, each at its field
     */
    Optional<Declaration> read(LocalDate day, ZoneId zone, BindingResult errors) {
        Optional<Instant> start = instant(day, startTime, startOccurrence, zone, "start", errors);
        Optional<Instant> end =
                instant(endsNextDay() ? day.plusDays(1) : day, endTime, endOccurrence, zone, "end", errors);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Declaration(
                    new WorkTime(start.get(), end.get(), breakMinutes), Boolean.TRUE.equals(meal), note));
        } catch (RuleViolation refused) {
            String field = refused.key().equals("rule.entry.break") ? "breakMinutes" : "endTime";
            errors.rejectValue(field, refused.key());
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

    /** A shift whose end is not after its start ends the next day (TIM-03). */
    private boolean endsNextDay() {
        return !endTime.isAfter(startTime);
    }

    /** Whether the clock shows the start twice on that day, so that the form must ask which one. */
    boolean startsTwice(LocalDate day, ZoneId zone) {
        return startTime != null && isTwice(day, startTime, zone);
    }

    /** Whether the clock shows the end twice. */
    boolean endsTwice(LocalDate day, ZoneId zone) {
        return startTime != null && endTime != null && isTwice(endsNextDay() ? day.plusDays(1) : day, endTime, zone);
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

    public Integer getBreakMinutes() {
        return breakMinutes;
    }

    public void setBreakMinutes(Integer breakMinutes) {
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
}
