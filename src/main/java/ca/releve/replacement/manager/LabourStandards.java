package ca.releve.replacement.manager;

import ca.releve.replacement.PlannedShift;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the Loi sur les normes du travail says about a shift: shown as a hint, never a refusal.
 *
 * @param breakAfter a longer shift includes a break (art. 79)
 * @param breakOf length of that break
 * @param leastOwed minimum pay of a substitute who is called in for less (art. 58)
 */
@ConfigurationProperties("releve.labour-standards")
public record LabourStandards(
        @DefaultValue("5h") Duration breakAfter,
        @DefaultValue("30m") Duration breakOf,
        @DefaultValue("3h") Duration leastOwed) {

    public boolean wantsBreak(PlannedShift shift) {
        return shift.breakMinutes() == 0
                && Duration.between(shift.startsAt(), shift.endsAt()).compareTo(breakAfter) > 0;
    }

    public boolean isShort(PlannedShift shift) {
        return shift.paidMinutes() < leastOwed.toMinutes();
    }
}
