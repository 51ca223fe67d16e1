package ca.releve.replacement.schedule;

import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.manager.ShiftRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The shifts that a schedule would create, day by day.
 *
 * @param minutesADay paid time of a day whose clock does not change
 */
public record SchedulePreview(ScheduleDefinition definition, int minutesADay, List<Day> days) implements PlannedDays {

    public SchedulePreview {
        days = List.copyOf(days);
    }

    /**
     * @param form what was typed and ticked; its times are valid on every day of the definition
     * @param scheduled the shifts that the request has already
     * @param holidays names of the legal holidays, which are not ticked by default
     */
    static SchedulePreview of(
            ScheduleDefinition definition,
            ScheduleForm form,
            List<ShiftRow> scheduled,
            Map<LocalDate, String> holidays,
            Instant now) {
        List<Day> days = definition.days().stream()
                .map(date -> {
                    PlannedShift shift = definition.planFor(date).shift();
                    boolean taken = scheduled.stream()
                            .anyMatch(it -> it.status().takesItsTime() && shift.overlaps(it.startsAt(), it.endsAt()));
                    boolean over = !shift.endsAt().isAfter(now);
                    String holiday = holidays.get(date);
                    boolean begun = !shift.startsAt().isAfter(now);
                    boolean other = shift.paidMinutes() != definition.minutesADay();
                    boolean ticked = form.isTicked(date, holiday == null);
                    return new Day(date.toString(), shift, holiday, taken, begun, over, other, ticked);
                })
                .toList();
        return new SchedulePreview(definition, definition.minutesADay(), days);
    }
}
