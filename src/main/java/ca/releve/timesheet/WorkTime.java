package ca.releve.timesheet;

import ca.releve.format.DateText;
import ca.releve.format.TimeText;
import ca.releve.format.WallClock;
import ca.releve.replacement.PlannedShift;
import ca.releve.shared.RuleViolation;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When somebody worked, or was to work.
 *
 * @param breakMinutes unpaid break in whole minutes, shorter than the time
 */
@Embeddable
public record WorkTime(Instant startsAt, Instant endsAt, int breakMinutes) {

    /** No line of a time sheet is longer than a day (product.md, Hours). */
    public static final int MOST_MINUTES = 1_440;

    /** A declared start is at most so far from the planned one (product.md, Hours). */
    private static final Duration FARTHEST_START = Duration.ofHours(12);

    /** A longer difference from the plan is accepted only if the user says that it is exact. */
    private static final Duration FAR = Duration.ofHours(2);

    /** @throws RuleViolation if it does not end after its start, or its paid time is not between nothing and 24 h */
    public WorkTime {
        if (!startsAt.isBefore(endsAt)) {
            throw new RuleViolation("rule.entry.ends-after-start");
        }
        Duration paid = PlannedShift.paid(startsAt, endsAt, breakMinutes);
        if (breakMinutes < 0 || paid.toMinutes() < 1) {
            throw new RuleViolation("rule.entry.break");
        }
        if (paid.compareTo(Duration.ofMinutes(MOST_MINUTES)) > 0) {
            throw new RuleViolation("rule.entry.too-long");
        }
    }

    /** Paid time in whole minutes, 1 to 1440, on instants: the nights of the clock change have their true length (TIM-04). */
    public int minutes() {
        return Math.toIntExact(PlannedShift.paid(startsAt, endsAt, breakMinutes).toMinutes());
    }

    /**
     * Checks that these times can have been worked where others were planned.
     *
     * @throws RuleViolation if they begin more than 12 hours from the planned start, or if they are not over
     */
    public void requirePossible(WorkTime planned, ZoneId zone, Instant now) {
        RuleViolation.unless(
                distance(startsAt, planned.startsAt).compareTo(FARTHEST_START) <= 0,
                "rule.entry.far",
                TimeText.format(WallClock.shown(planned.startsAt, zone).toLocalTime()));
        RuleViolation.unless(!isOneTimeOnTwoDays(zone), "rule.shift.same-time");
        RuleViolation.unless(!endsAt.isAfter(now), "rule.entry.future");
    }

    /** Whether start and end are the same time of the clock, a day apart: more likely a slip than 24 hours of work. */
    private boolean isOneTimeOnTwoDays(ZoneId zone) {
        LocalDateTime start = WallClock.shown(startsAt, zone);
        LocalDateTime end = WallClock.shown(endsAt, zone);
        return start.toLocalTime().equals(end.toLocalTime()) && !start.equals(end);
    }

    /** Whether these times are so long, or so far from the planned ones, that the user is asked whether they are exact. */
    public boolean isUnusual(WorkTime planned) {
        return isLong()
                || distance(startsAt, planned.startsAt).compareTo(FAR) > 0
                || distance(endsAt, planned.endsAt).compareTo(FAR) > 0
                || Math.abs(minutes() - planned.minutes()) > FAR.toMinutes();
    }

    /** Whether it lasts over 12 hours, the break included. */
    public boolean isLong() {
        return PlannedShift.isLong(Duration.between(startsAt, endsAt));
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** {@code 08:30–16:30}, with the date in front if it is not the day of the shift. */
    String onTheWall(LocalDate shiftDay, ZoneId zone) {
        LocalDate day = WallClock.shown(startsAt, zone).toLocalDate();
        return (day.equals(shiftDay) ? "" : DateText.format(day) + ", ")
                + TimeText.format(WallClock.shown(startsAt, zone).toLocalTime())
                + "–"
                + TimeText.format(WallClock.shown(endsAt, zone).toLocalTime());
    }
}
