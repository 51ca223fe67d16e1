package ca.releve.replacement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A schedule in figures: by them a schedule that is sent a second time is known. */
public record ScheduleSpan(Instant firstStart, Instant lastEnd, int shiftCount) {

    /** @param planned at least one shift */
    public static ScheduleSpan of(List<PlannedShift> planned) {
        return new ScheduleSpan(
                planned.stream()
                        .map(PlannedShift::startsAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                planned.stream()
                        .map(PlannedShift::endsAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                planned.size());
    }
}
