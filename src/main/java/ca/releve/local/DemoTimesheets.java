package ca.releve.local;

import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.WorkTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Declares and approves hours at times in the past. */
@Component
@Profile("local")
class DemoTimesheets {

    private final DemoTimeEntriesForStaff entries;
    private final DemoClock clock;

    DemoTimesheets(DemoTimeEntriesForStaff entries, DemoClock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    List<TimeEntry> of(ReplacementRequest request) {
        return entries.findByShiftRequestId(request.id()).stream()
                .sorted(Comparator.comparing(TimeEntry::day))
                .toList();
    }

    /** @param moreMinutes minutes from the planned end to the declared end */
    void declare(TimeEntry entry, Instant moment, int moreMinutes, boolean meal, String note, Actor dispatcher) {
        WorkTime planned = entry.hours().planned();
        Instant end = planned.endsAt().plus(moreMinutes, ChronoUnit.MINUTES);
        WorkTime worked = new WorkTime(planned.startsAt(), end, planned.breakMinutes());
        clock.at(moment, () -> {
            entry.submit(new Declaration(worked, meal, note), dispatcher, clock);
            entries.saveAndFlush(entry);
        });
    }

    void approve(TimeEntry entry, Instant moment, Actor manager) {
        clock.at(moment, () -> {
            entry.approve(manager, clock);
            entries.saveAndFlush(entry);
        });
    }
}
