package ca.releve.timesheet.declaration;

import ca.releve.format.Formats;
import ca.releve.replacement.PlannedShift;
import ca.releve.shared.RuleViolation;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.EntryHours;
import ca.releve.timesheet.HoursRow;
import ca.releve.timesheet.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/** Checks what was typed into « Saisir les heures » against the plan, and adds errors to the fields that can be corrected. */
final class DeclarationProblems {

    /** The fields that can be changed so that a rule agrees. */
    private static final Map<String, String> FIELDS = Map.of(
            "rule.entry.far", "startTime",
            "rule.entry.overlap", "startTime",
            "rule.entry.break", "breakMinutes",
            "rule.shift.same-time", "endTime",
            "rule.entry.future", "endTime",
            "rule.entry.ends-after-start", "endTime",
            "rule.entry.too-long", "endTime");

    private DeclarationProblems() {}

    /**
     * Asks whether unusual hours are exact, and refuses those that cannot have been worked.
     *
     * @param now the declared end is not after it
     */
    static void check(
            Declaration declaration,
            DeclarationForm form,
            HoursRow line,
            Instant now,
            BindingResult errors,
            Formats formats) {
        WorkTime time = declaration.time();
        Optional<LocalTime> slip = PlannedShift.likelyEnd(form.getStartTime(), form.getEndTime());
        if (slip.isPresent() && !form.isExact()) {
            errors.rejectValue(
                    "exact",
                    "schedule.long.slip",
                    new Object[] {
                        formats.time(time.startsAt()),
                        formats.time(time.endsAt()),
                        hours(time, formats),
                        formats.time(slip.get())
                    },
                    null);
            return;
        }
        try {
            time.requirePossible(line.hours().planned(), line.zone(), now);
        } catch (RuleViolation refused) {
            reject(refused, errors);
            return;
        }
        checkFinal(time, line, errors, formats);
        if (time.isUnusual(line.hours().planned()) && !form.isExact()) {
            ask(time, line.hours().planned(), errors, formats);
        }
    }

    /** The final hours, after the adjustments already made, are between 0 and 24 h. */
    private static void checkFinal(WorkTime time, HoursRow line, BindingResult errors, Formats formats) {
        int total = time.minutes() + line.hours().adjustedMinutes();
        if (!EntryHours.isWithinADay(total)) {
            errors.rejectValue("endTime", "entry.adjustment.final", new Object[] {formats.hours(total)}, null);
        }
    }

    private static void ask(WorkTime time, WorkTime planned, BindingResult errors, Formats formats) {
        Object[] facts = {
            formats.dateTime(time.startsAt()),
            formats.dateTime(time.endsAt()),
            hours(time, formats),
            formats.dateTime(planned.startsAt()),
            formats.dateTime(planned.endsAt())
        };
        errors.rejectValue("exact", time.isLong() ? "entry.unusual.long" : "entry.unusual.far", facts, null);
    }

    /** From start to end, the break included. */
    private static String hours(WorkTime time, Formats formats) {
        return formats.hours(
                Math.toIntExact(Duration.between(time.startsAt(), time.endsAt()).toMinutes()));
    }

    /**
     * Adds the refusal of a rule as an error of a field.
     *
     * @throws RuleViolation the refusal, if its rule has no field
     */
    static void reject(RuleViolation refusal, BindingResult errors) {
        if (!FIELDS.containsKey(refusal.key())) {
            throw refusal;
        }
        errors.rejectValue(FIELDS.get(refusal.key()), refusal.key(), refusal.arguments(), null);
    }
}
