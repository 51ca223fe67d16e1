package ca.releve.replacement.schedule;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.manager.ShiftRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The shifts that a schedule would create, day by day.
 *
 * @param minutesADay paid time of a day whose clock does not change
 */
public record SchedulePreview(ScheduleDefinition definition, int minutesADay, List<Day> days) {

    public SchedulePreview {
        days = List.copyOf(days);
    }

    /**
     * @param form what was typed and ticked; its times are valid on every day of the definition
     * @param scheduled the shifts that the request has already
     * @param holidays names of the legal holidays, which are not ticked by default
     */
    static SchedulePreview of(
            ScheduleDefinition definition,
            ScheduleForm form,
            List<ShiftRow> scheduled,
            Map<LocalDate, String> holidays,
            Instant now) {
        List<Day> days = definition.days().stream()
                .map(date -> {
                    PlannedShift shift = definition.planFor(date).shift();
                    boolean taken = scheduled.stream()
                            .anyMatch(it -> it.status().takesItsTime() && shift.overlaps(it.startsAt(), it.endsAt()));
                    boolean over = !shift.endsAt().isAfter(now);
                    String holiday = holidays.get(date);
                    boolean begun = !shift.startsAt().isAfter(now);
                    return new Day(date, shift, holiday, taken, begun, over, form.isTicked(date, holiday == null));
                })
                .toList();
        return new SchedulePreview(definition, definition.minutesADay(), days);
    }

    /** The ticked shifts, with those that a rule would refuse. */
    public List<PlannedShift> ticked() {
        return days.stream().filter(Day::ticked).map(Day::shift).toList();
    }

    /** How many shifts can be created. */
    public int count() {
        return (int) days.stream().filter(Day::isMade).count();
    }

    /** Paid time of those, in whole minutes. */
    public int minutes() {
        return days.stream()
                .filter(Day::isMade)
                .mapToInt(it -> it.shift().paidMinutes())
                .sum();
    }

    /** All days, ticked or not, in one value. */
    public String dates() {
        return days.stream().map(it -> it.date().toString()).collect(Collectors.joining(","));
    }

    /** The ticked shifts whose start has passed. */
    public List<Day> begun() {
        return days.stream().filter(it -> it.isMade() && it.begun()).toList();
    }

    /** The holidays that are not ticked. */
    public List<Day> holidaysLeftOut() {
        return days.stream().filter(it -> it.holiday() != null && !it.ticked()).toList();
    }

    /**
     * One day of the schedule.
     *
     * @param holiday name of the legal holiday; null on other days
     * @param taken whether the request already has a shift at that time
     * @param begun whether the start has passed
     * @param over whether the shift would have ended by now
     */
    public record Day(
            LocalDate date,
            PlannedShift shift,
            String holiday,
            boolean taken,
            boolean begun,
            boolean over,
            boolean ticked) {

        public boolean isPossible() {
            return !taken && !over;
        }

        boolean isMade() {
            return ticked && isPossible();
        }

        /** Whether a clock change makes the shift longer or shorter than on other days. */
        public boolean isOther(int minutesADay) {
            return shift.paidMinutes() != minutesADay;
        }
    }
}
