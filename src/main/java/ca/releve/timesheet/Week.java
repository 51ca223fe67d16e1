package ca.releve.timesheet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** A week from Monday to Sunday, in civil days: the week of a clock change has an hour less or more (TIM-07). */
public record Week(LocalDate monday) {

    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public Instant start(ZoneId zone) {
        return monday.atStartOfDay(zone).toInstant();
    }

    public Week previous() {
        return new Week(monday.minusWeeks(1));
    }

    public Week next() {
        return new Week(monday.plusWeeks(1));
    }
}
