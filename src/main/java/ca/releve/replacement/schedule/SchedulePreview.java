package ca.releve.replacement.schedule;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.request.ShiftRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a schedule would make, day by day, before anything is made.
 *
 * @param minutesADay paid time of a day whose clock does not change
 */
record SchedulePreview(ScheduleDefinition definition, int minutesADay, List<Day> days) {

    SchedulePreview {
        days = List.copyOf(days);
    }

    /**
     * @param form what was typed and ticked; its times are understood on every day of the definition
     * @param scheduled the shifts that the request has already
     * @param holidays names of the legal holidays: they are left unticked
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
                            .anyMatch(it -> it.isLive() && shift.overlaps(it.startsAt(), it.endsAt()));
                    boolean over = !shift.endsAt().isAfter(now);
                    String holiday = holidays.get(date);
                    return new Day(date, shift, holiday, taken, over, form.isTicked(date, holiday == null));
                })
                .toList();
        return new SchedulePreview(definition, definition.minutesADay(), days);
    }

    /** What OK would make, also where a rule stands in the way. */
    public List<PlannedShift> ticked() {
        return days.stream().filter(Day::ticked).map(Day::shift).toList();
    }

    /** How many shifts it makes, as far as nothing stands in the way. */
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

    /** All days that are shown, ticked or not, in one value. */
    public String dates() {
        return days.stream().map(it -> it.date().toString()).collect(Collectors.joining(","));
    }

    /** The holidays on which nobody is asked for. */
    public List<Day> holidaysLeftOut() {
        return days.stream().filter(it -> it.holiday() != null && !it.ticked()).toList();
    }

    /**
     * One day of the schedule.
     *
     * @param holiday name of the legal holiday; null on other days
     * @param taken whether the request has a shift at that time already
     * @param over whether it would have ended by now
     */
    record Day(LocalDate date, PlannedShift shift, String holiday, boolean taken, boolean over, boolean ticked) {

        public boolean isPossible() {
            return !taken && !over;
        }

        boolean isMade() {
            return ticked && isPossible();
        }

        /** Whether the change of the clock makes it longer or shorter than on other days. */
        public boolean isOther(int minutesADay) {
            return shift.paidMinutes() != minutesADay;
        }
    }
}
