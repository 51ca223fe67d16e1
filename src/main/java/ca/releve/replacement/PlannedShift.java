package ca.releve.replacement;

import ca.releve.shared.RuleViolation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One dated piece of a schedule: when it starts and ends, and how much of it is not paid.
 *
 * @param breakMinutes unpaid break in whole minutes, shorter than the shift
 * @param zone the wall clock that the times were meant on
 */
public record PlannedShift(Instant startsAt, Instant endsAt, int breakMinutes, ZoneId zone) {

    /** No paid time of a shift is longer than a day (product.md, Hours). */
    static final Duration LONGEST_PAID = Duration.ofHours(24);

    /** @throws RuleViolation if it does not end after its start, or its paid time is not between nothing and 24 h */
    public PlannedShift {
        if (!startsAt.isBefore(endsAt)) {
            throw new RuleViolation("rule.shift.ends-after-start");
        }
        Duration paid = paid(startsAt, endsAt, breakMinutes);
        if (breakMinutes < 0 || paid.isNegative() || paid.isZero()) {
            throw new RuleViolation("rule.shift.break");
        }
        if (paid.compareTo(LONGEST_PAID) > 0) {
            throw new RuleViolation("rule.shift.too-long");
        }
    }

    /** Paid time: end − start − unpaid break, on instants, so that a night of a clock change has its true length (TIM-04). */
    public static Duration paid(Instant startsAt, Instant endsAt, int breakMinutes) {
        return Duration.between(startsAt, endsAt).minusMinutes(breakMinutes);
    }

    /** Paid time in whole minutes, 1 to 1440. */
    public int paidMinutes() {
        return Math.toIntExact(paid(startsAt, endsAt, breakMinutes).toMinutes());
    }

    /** The civil day it belongs to: the one on which it starts (TIM-03). */
    public LocalDate day() {
        return startsAt.atZone(zone).toLocalDate();
    }

    public LocalTime startTime() {
        return startsAt.atZone(zone).toLocalTime();
    }

    public LocalTime endTime() {
        return endsAt.atZone(zone).toLocalTime();
    }

    /** Whether the two share any moment; touching ends are fine. */
    public boolean overlaps(Instant otherStart, Instant otherEnd) {
        return startsAt.isBefore(otherEnd) && otherStart.isBefore(endsAt);
    }
}
