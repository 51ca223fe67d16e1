package ca.releve.timesheet;

import ca.releve.shared.RuleViolation;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * The hours of a time entry. An adjustment never overwrites what was declared: final = declared + adjusted, 0 to 24 h.
 *
 * @param plannedMinutes minutes of {@code planned}, for statements
 * @param declaration what was last declared; null until then
 * @param declaredMinutes minutes of {@code declaration}, for statements; null until then
 * @param adjustedMinutes sum of the adjustments in signed whole minutes
 * @param meal whether the substitute ate the installation's meal, after the adjustments; null until something was declared
 */
@Embeddable
public record EntryHours(
        @Embedded
        @AttributeOverride(name = "startsAt", column = @Column(name = "planned_starts_at", updatable = false))
        @AttributeOverride(name = "endsAt", column = @Column(name = "planned_ends_at", updatable = false))
        @AttributeOverride(name = "breakMinutes", column = @Column(name = "planned_break_minutes", updatable = false))
        WorkTime planned,

        @Column(updatable = false) int plannedMinutes,
        @Embedded Declaration declaration,
        Integer declaredMinutes,
        int adjustedMinutes,
        Boolean meal) {

    /** @throws RuleViolation if the final hours are not between 0 and 24 h */
    public EntryHours {
        int total = declaredMinutes == null ? 0 : declaredMinutes + adjustedMinutes;
        if (!isWithinADay(total)) {
            throw new RuleViolation("rule.entry.final");
        }
    }

    /** @param declaration null if nothing was declared */
    private static EntryHours of(WorkTime planned, Declaration declaration, int adjustedMinutes, Boolean meal) {
        Integer declaredMinutes =
                declaration == null ? null : declaration.time().minutes();
        return new EntryHours(planned, planned.minutes(), declaration, declaredMinutes, adjustedMinutes, meal);
    }

    static EntryHours of(WorkTime planned) {
        return of(planned, null, 0, null);
    }

    /** Whether a line of a time sheet may come to so many minutes in all. */
    public static boolean isWithinADay(int total) {
        return total >= 0 && total <= WorkTime.MOST_MINUTES;
    }

    /** @param mealAfter the meal after the adjustments */
    EntryHours declare(Declaration now, boolean mealAfter) {
        return of(planned, now, adjustedMinutes, mealAfter);
    }

    /**
     * @param minutes signed; null to leave the hours
     * @param otherMeal null to leave the meal
     */
    EntryHours adjust(Integer minutes, Boolean otherMeal) {
        int adjusted = adjustedMinutes + (minutes == null ? 0 : minutes);
        return of(planned, declaration, adjusted, otherMeal == null ? meal : otherMeal);
    }

    /** Whether something was declared. */
    public boolean isDeclared() {
        return declaration != null;
    }

    /** Whether other times were declared than were planned. */
    public boolean isDifferent() {
        return isDeclared() && !declaration.time().equals(planned);
    }

    /** Declared less planned, in signed whole minutes; 0 until something was declared. */
    public int difference() {
        return isDeclared() ? declaredMinutes - plannedMinutes : 0;
    }

    /** Whether the hours were declared as planned and not adjusted. */
    public boolean isAsPlanned() {
        return isDeclared() && !isDifferent() && adjustedMinutes == 0;
    }

    /** Declared plus adjusted whole minutes, 0 to 1440; 0 until something was declared. */
    public int finalMinutes() {
        return isDeclared() ? declaredMinutes + adjustedMinutes : 0;
    }
}
