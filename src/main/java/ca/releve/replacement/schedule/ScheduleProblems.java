package ca.releve.replacement.schedule;

import ca.releve.replacement.schedule.ScheduleDefinition.Plan;
import ca.releve.replacement.schedule.ScheduleDefinition.Trouble;
import ca.releve.shared.RuleViolation;
import ca.releve.web.TimeText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Supplier;
import org.springframework.validation.BindingResult;

/** Asks the domain whether typed dates and times make shifts, and says at the field what can be mended by typing. */
final class ScheduleProblems {

    private ScheduleProblems() {}

    /**
     * Understands the times on each day.
     *
     * @param typed makes the definition of what was typed
     * @return the definition; null if something is wrong, which then stands at its field
     */
    static ScheduleDefinition understand(Supplier<ScheduleDefinition> typed, BindingResult errors) {
        ScheduleDefinition definition;
        try {
            definition = typed.get();
        } catch (RuleViolation violation) {
            errors.rejectValue("endDate", violation.key(), violation.arguments(), null);
            return null;
        }
        for (LocalDate day : definition.days()) {
            try {
                Plan plan = definition.planFor(day);
                reject(plan.start(), definition.startTime(), "start", day, errors);
                reject(
                        plan.end(),
                        definition.endTime(),
                        "end",
                        definition.endsNextDay() ? day.plusDays(1) : day,
                        errors);
            } catch (RuleViolation violation) {
                errors.rejectValue(
                        violation.key().equals("rule.shift.break") ? "unpaidBreak" : "endTime",
                        violation.key(),
                        violation.arguments(),
                        null);
            }
            if (errors.hasErrors()) {
                return null;
            }
        }
        return definition;
    }

    private static void reject(Trouble trouble, LocalTime time, String which, LocalDate day, BindingResult errors) {
        if (trouble == Trouble.SKIPPED) {
            Object[] facts = {TimeText.format(time), day};
            errors.rejectValue(which + "Time", "schedule.time-skipped", facts, null);
        } else if (trouble == Trouble.TWICE) {
            Object[] facts = {TimeText.format(time), day};
            errors.rejectValue(which + "Occurrence", "schedule.time-twice", facts, null);
        }
    }
}
