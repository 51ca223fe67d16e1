package ca.releve.replacement.template;

import ca.releve.replacement.PlannedShift;
import jakarta.persistence.Embeddable;
import java.time.LocalTime;
import java.util.List;

/**
 * The hours of a template, on some days of the week.
 *
 * @param breakText the breaks as they were typed, if that says more than their sum; else empty
 * @param weekdays a bit for each day, 1 for Monday and 64 for Sunday
 */
@Embeddable
record WeeklyTimes(LocalTime startTime, LocalTime endTime, int breakMinutes, String breakText, int weekdays) {

    /** The hours of the first shift, on the weekdays of all of them. */
    static WeeklyTimes of(List<PlannedShift> shifts) {
        PlannedShift first = shifts.get(0);
        int weekdays = shifts.stream()
                .mapToInt(it -> 1 << it.day().getDayOfWeek().ordinal())
                .reduce(0, (some, one) -> some | one);
        return new WeeklyTimes(first.startTime(), first.endTime(), first.breakMinutes(), first.breakText(), weekdays);
    }
}
