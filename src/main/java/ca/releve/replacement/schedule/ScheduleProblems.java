package ca.releve.replacement.schedule;

import ca.releve.format.HoursText;
import ca.releve.format.TimeText;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.schedule.ScheduleDefinition.Plan;
import ca.releve.replacement.schedule.ScheduleDefinition.Trouble;
import ca.releve.shared.RuleViolation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.BindingResult;

/** Checks whether typed dates and times make shifts, and adds errors to the fields that can be corrected. */
final class ScheduleProblems {

    /** The fields of rules about a definition that are not about its dates. */
    private static final Map<String, String> FIELDS =
            Map.of("rule.shift.same-time", "endTime", "rule.schedule.break-outside", "unpaidBreak");

    /** The fields of « Définir l’horaire » that can be changed so that a rule agrees. */
    private static final Map<String, String> SCHEDULE_FIELDS = Map.of(
            "rule.schedule.overlap", "startDate",
            "rule.schedule.past", "startDate",
            "rule.schedule.too-many", "endDate");

    private ScheduleProblems() {}

    /**
     * Resolves the times on each day.
     *
     * @param typed makes the definition of what was typed
     * @return the definition; null if there are errors
     */
    static ScheduleDefinition understand(Supplier<ScheduleDefinition> typed, BindingResult errors) {
        ScheduleDefinition definition;
        try {
            definition = typed.get();
        } catch (RuleViolation violation) {
            errors.rejectValue(
                    FIELDS.getOrDefault(violation.key(), "endDate"), violation.key(), violation.arguments(), null);
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

    /** Adds an error if no day is chosen, or asks whether unusual times are exact. */
    static void check(SchedulePreview preview, boolean exact, BindingResult errors) {
        if (preview.days().isEmpty()) {
            errors.rejectValue("weekdays", "schedule.no-day");
        } else if (preview.ticked().isEmpty()) {
            errors.rejectValue("days", "schedule.none-ticked");
        } else {
            askIfLong(preview.definition(), exact, errors);
        }
    }

    /** Asks whether the times are exact if a shift would last over 12 hours. */
    static void askIfLong(ScheduleDefinition definition, boolean exact, BindingResult errors) {
        if (exact || !PlannedShift.isLong(definition.length())) {
            return;
        }
        LocalTime start = definition.startTime();
        LocalTime end = definition.endTime();
        Optional<LocalTime> meant = PlannedShift.likelyEnd(start, end);
        Object[] facts = {
            TimeText.format(start),
            TimeText.format(end),
            HoursText.format(Math.toIntExact(definition.length().toMinutes()), LocaleContextHolder.getLocale()),
            meant.map(TimeText::format).orElse("")
        };
        errors.rejectValue("exact", meant.isPresent() ? "schedule.long.slip" : "schedule.long", facts, null);
    }

    /** Adds the refusal of a rule as an error of a field of « Définir l’horaire »; see {@link #reject}. */
    static void reject(RuleViolation refusal, BindingResult errors) {
        reject(refusal, SCHEDULE_FIELDS, errors);
    }

    /**
     * Adds the refusal of a rule as an error of a field.
     *
     * @param fields names of the fields by the keys of the rules
     * @throws RuleViolation the refusal, if its rule has no field
     */
    static void reject(RuleViolation refusal, Map<String, String> fields, BindingResult errors) {
        if (!fields.containsKey(refusal.key())) {
            throw refusal;
        }
        errors.rejectValue(fields.get(refusal.key()), refusal.key(), refusal.arguments(), null);
    }

    /**
     * Adds an error for a time of a shift that was moved to another day: one that the clock skips can only be mended by the day.
     *
     * @param plan without a shift
     */
    static void rejectMoved(ScheduleDefinition definition, Plan plan, BindingResult errors) {
        LocalDate day = definition.startDate();
        LocalDate lastDay = definition.endsNextDay() ? day.plusDays(1) : day;
        boolean startSkipped = plan.start() == Trouble.SKIPPED;
        if (startSkipped || plan.end() == Trouble.SKIPPED) {
            Object[] facts = {
                TimeText.format(startSkipped ? definition.startTime() : definition.endTime()),
                startSkipped ? day : lastDay
            };
            errors.rejectValue("firstDay", "schedule.time-skipped", facts, null);
        } else {
            reject(plan.start(), definition.startTime(), "start", day, errors);
            reject(plan.end(), definition.endTime(), "end", lastDay, errors);
        }
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
