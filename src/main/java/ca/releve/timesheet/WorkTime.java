package ca.releve.timesheet;

import ca.releve.replacement.PlannedShift;
import ca.releve.shared.RuleViolation;
import ca.releve.web.TimeText;
import ca.releve.web.WallClock;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When somebody worked, or was to work.
 *
 * @param breakMinutes unpaid break in whole minutes, shorter than the time
 */
@Embeddable
public record WorkTime(Instant startsAt, Instant endsAt, int breakMinutes) {

    /** No line of a time sheet is longer than a day (product.md, Hours). */
    static final int MOST_MINUTES = 1_440;

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

    /** {@code 08:30–16:30}. */
    String onTheWall(ZoneId zone) {
        return TimeText.format(WallClock.shown(startsAt, zone).toLocalTime())
                + "–"
                + TimeText.format(WallClock.shown(endsAt, zone).toLocalTime());
    }
}
