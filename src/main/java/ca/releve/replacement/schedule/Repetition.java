package ca.releve.replacement.schedule;

import ca.releve.format.TimeText;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.replacement.manager.ShiftRow;
import ca.releve.replacement.schedule.PlannedDays.Day;
import ca.releve.replacement.schedule.ScheduleDefinition.Plan;
import ca.releve.shared.RuleViolation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.validation.BindingResult;

/**
 * The shifts of a request, to be asked for again on other days at the same times of the wall clock.
 *
 * @param shifts in order, at least one
 */
record Repetition(List<PlannedShift> shifts) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** The shifts that are not cancelled, or all if all are; empty for a draft. */
    static Repetition of(List<ShiftRow> shifts) {
        List<ShiftRow> live = shifts.stream().filter(ShiftRow::isLive).toList();
        return new Repetition(
                (live.isEmpty() ? shifts : live).stream().map(ShiftRow::planned).toList());
    }

    /** The day of the first shift in the week after this one, or a week later than it was if it was later. */
    LocalDate nextWeek(LocalDate today) {
        LocalDate day = first().plusDays(DAYS_OF_A_WEEK);
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        long behind = Math.max(0, ChronoUnit.DAYS.between(day, monday));
        return day.plusDays((behind + DAYS_OF_A_WEEK - 1) / DAYS_OF_A_WEEK * DAYS_OF_A_WEEK);
    }

    LocalDate lastDay(LocalDate firstDay) {
        return moved(shifts.get(shifts.size() - 1), firstDay);
    }

    /**
     * The shifts on their new days.
     *
     * @param errors gets an error for a time that a clock change skips or shows twice
     * @param holidays names of the legal holidays, which are not ticked by default
     */
    Planned planFor(RepetitionForm form, Map<LocalDate, String> holidays, Instant now, BindingResult errors) {
        return new Planned(shifts.stream()
                .map(it -> day(it, form, holidays, now, errors))
                .filter(Objects::nonNull)
                .toList());
    }

    private Day day(
            PlannedShift before,
            RepetitionForm form,
            Map<LocalDate, String> holidays,
            Instant now,
            BindingResult errors) {
        LocalDate date = moved(before, form.getFirstDay());
        ScheduleDefinition definition = new ScheduleDefinition(
                date,
                date,
                before.startTime(),
                before.endTime(),
                new UnpaidBreak(before.breakMinutes()),
                Set.of(),
                form.getStartOccurrence(),
                form.getEndOccurrence(),
                before.zone());
        try {
            Plan plan = definition.planFor(date);
            if (plan.shift() == null) {
                ScheduleProblems.rejectMoved(definition, plan, errors);
                return null;
            }
            PlannedShift shift = new PlannedShift(
                    plan.shift().startsAt(),
                    plan.shift().endsAt(),
                    before.breakMinutes(),
                    before.zone(),
                    before.breakText());
            String holiday = holidays.get(date);
            String key = date + "T" + TimeText.format(before.startTime()).replace(":", "");
            return new Day(
                    key,
                    shift,
                    holiday,
                    false,
                    !shift.startsAt().isAfter(now),
                    !shift.endsAt().isAfter(now),
                    shift.paidMinutes() != definition.minutesADay(),
                    form.isTicked(key, holiday == null));
        } catch (RuleViolation violation) {
            errors.rejectValue("firstDay", violation.key(), violation.arguments(), null);
            return null;
        }
    }

    /** The shifts on their new days. */
    public record Planned(List<Day> days) implements PlannedDays {}

    private LocalDate first() {
        return shifts.get(0).day();
    }

    private LocalDate moved(PlannedShift shift, LocalDate firstDay) {
        return shift.day().plusDays(ChronoUnit.DAYS.between(first(), firstDay));
    }
}
