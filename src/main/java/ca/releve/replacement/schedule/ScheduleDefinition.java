package ca.releve.replacement.schedule;

import ca.releve.format.WallClock;
import ca.releve.format.WallClock.Occurrence;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.UnpaidBreak;
import ca.releve.shared.RuleViolation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * A schedule as it is typed into « Définir l’horaire »: one shift on each day of a range of dates, on some days of the week.
 * The times are wall-clock times; they stay the same on both sides of a clock change (TIM-09).
 *
 * @param startOccurrence which of the two, if the start comes twice in the night of a clock change; null if not asked
 * @param endOccurrence which of the two, if the end comes twice; null if not asked
 */
public record ScheduleDefinition(
        LocalDate startDate,
        LocalDate endDate,
        LocalTime startTime,
        LocalTime endTime,
        UnpaidBreak unpaidBreak,
        Set<DayOfWeek> weekdays,
        Occurrence startOccurrence,
        Occurrence endOccurrence,
        ZoneId zone) {

    static final int LONGEST_RANGE_IN_DAYS = 366;

    /** @throws RuleViolation if the range ends before it starts or is longer than a year, or if the times are the same */
    public ScheduleDefinition {
        if (!unpaidBreak.isWithin(startTime, endTime)) {
            throw new RuleViolation("rule.schedule.break-outside");
        }
        if (startTime.equals(endTime)) {
            throw new RuleViolation("rule.shift.same-time");
        }
        if (endDate.isBefore(startDate)) {
            throw new RuleViolation("rule.schedule.dates");
        }
        if (ChronoUnit.DAYS.between(startDate, endDate) >= LONGEST_RANGE_IN_DAYS) {
            throw new RuleViolation("rule.schedule.range");
        }
        weekdays = Set.copyOf(weekdays);
    }

    /** Unpaid break in whole minutes. */
    public int breakMinutes() {
        return unpaidBreak.minutes();
    }

    /** The days of the range that fall on the chosen days of the week, in order; a range of one day is that day. */
    List<LocalDate> days() {
        return startDate.equals(endDate)
                ? List.of(startDate)
                : startDate
                        .datesUntil(endDate.plusDays(1))
                        .filter(day -> weekdays.contains(day.getDayOfWeek()))
                        .toList();
    }

    /** Whether a shift ends on the day after the one it starts on: its end is not after its start (TIM-03). */
    public boolean endsNextDay() {
        return !endTime.isAfter(startTime);
    }

    /** Paid time of a day whose clock does not change, in whole minutes; not positive if the break is too long. */
    int minutesADay() {
        int ofDay = endTime.toSecondOfDay() / 60 - startTime.toSecondOfDay() / 60;
        return ofDay + (endsNextDay() ? 24 * 60 : 0) - breakMinutes();
    }

    /** From start to end on a day whose clock does not change, the break included. */
    Duration length() {
        return Duration.ofMinutes(minutesADay() + breakMinutes());
    }

    /** The days on which the start comes twice, so that the user has to choose one. */
    public List<LocalDate> daysWhoseStartComesTwice() {
        return days().stream().filter(day -> comesTwice(day, startTime)).toList();
    }

    /** The days on which the end comes twice: the days on which the shifts end. */
    public List<LocalDate> daysWhoseEndComesTwice() {
        return days().stream()
                .map(day -> endsNextDay() ? day.plusDays(1) : day)
                .filter(day -> comesTwice(day, endTime))
                .toList();
    }

    private boolean comesTwice(LocalDate day, LocalTime time) {
        return WallClock.resolve(day, time, null, zone) instanceof WallClock.Resolution.Ambiguous;
    }

    /** The shift of a day, or what is wrong with its times in the night of a clock change (TIM-05). */
    Plan planFor(LocalDate day) {
        LocalDate lastDay = endsNextDay() ? day.plusDays(1) : day;
        WallClock.Resolution start = WallClock.resolve(day, startTime, startOccurrence, zone);
        WallClock.Resolution end = WallClock.resolve(lastDay, endTime, endOccurrence, zone);
        if (start instanceof WallClock.Resolution.At from && end instanceof WallClock.Resolution.At until) {
            return new Plan(
                    new PlannedShift(from.instant(), until.instant(), breakMinutes(), zone, unpaidBreak.text()),
                    null,
                    null);
        }
        return new Plan(null, Trouble.of(start), Trouble.of(end));
    }

    /** What is wrong with a time of the wall clock. */
    public enum Trouble {
        /** The clock skips it. */
        SKIPPED,
        /** It comes twice. */
        TWICE;

        private static Trouble of(WallClock.Resolution resolution) {
            if (resolution instanceof WallClock.Resolution.InGap) {
                return SKIPPED;
            }
            return resolution instanceof WallClock.Resolution.Ambiguous ? TWICE : null;
        }
    }

    /**
     * A shift, or what is wrong with its start or end.
     *
     * @param shift null if something is wrong
     */
    public record Plan(PlannedShift shift, Trouble start, Trouble end) {}
}
