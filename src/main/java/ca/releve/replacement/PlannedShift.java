package ca.releve.replacement;

import ca.releve.format.TimeText;
import ca.releve.history.Fact;
import ca.releve.shared.RuleViolation;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One dated piece of a schedule: when it starts and ends, and how much of it is not paid.
 *
 * @param breakMinutes unpaid break in whole minutes, shorter than the shift
 * @param zone the wall clock that the times were meant on
 * @param breakText the breaks as they were typed, if that says more than their sum, for the person who comes; else empty
 */
@Embeddable
public record PlannedShift(Instant startsAt, Instant endsAt, int breakMinutes, ZoneId zone, String breakText) {

    /** No paid time of a shift is longer than a day (product.md, Hours). */
    static final Duration LONGEST_PAID = Duration.ofHours(24);

    public PlannedShift(Instant startsAt, Instant endsAt, int breakMinutes, ZoneId zone) {
        this(startsAt, endsAt, breakMinutes, zone, "");
    }

    /** A longer time at one place is accepted only if the user says that it is exact. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(12);

    /** A shorter time is hardly what was meant. */
    private static final Duration LEAST_LENGTH = Duration.ofHours(3);

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

    /** Whether so much time from start to end is more likely a slip than work: over 12 hours. */
    public static boolean isLong(Duration fromStartToEnd) {
        return fromStartToEnd.compareTo(USUAL_LENGTH) > 0;
    }

    /**
     * The end that was probably meant: {@code 16:30} for 07:00 to 04:30, which would last over 12 hours and end the next day.
     *
     * @return empty if the typed end is not a likely slip
     */
    public static Optional<LocalTime> likelyEnd(LocalTime start, LocalTime end) {
        LocalTime other = end.plus(USUAL_LENGTH);
        Duration length = Duration.between(start, other);
        boolean likely = end.isBefore(start) && length.compareTo(LEAST_LENGTH) >= 0 && !isLong(length);
        return likely ? Optional.of(other) : Optional.empty();
    }

    /** Paid time in whole minutes, 1 to 1440. */
    public int paidMinutes() {
        return Math.toIntExact(paid(startsAt, endsAt, breakMinutes).toMinutes());
    }

    /** The civil day it belongs to: the one on which it starts (TIM-03). */
    public LocalDate day() {
        return startsAt.atZone(zone).toLocalDate();
    }

    /** Day, start and end on its wall clock, as the facts 0 to 2 of a sentence of the history. */
    List<String> facts() {
        return List.of(
                Fact.date(day()), Fact.text(TimeText.format(startTime())), Fact.text(TimeText.format(endTime())));
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
