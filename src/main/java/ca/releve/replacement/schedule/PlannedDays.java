package ca.releve.replacement.schedule;

import ca.releve.replacement.PlannedShift;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The shifts that would be created, day by day, before anything is. */
public interface PlannedDays {

    List<Day> days();

    /** The ticked shifts, with those that a rule would refuse. */
    default List<PlannedShift> ticked() {
        return days().stream().filter(Day::ticked).map(Day::shift).toList();
    }

    /** How many shifts can be created. */
    default int count() {
        return (int) days().stream().filter(Day::isMade).count();
    }

    /** Paid time of those, in whole minutes. */
    default int minutes() {
        return days().stream()
                .filter(Day::isMade)
                .mapToInt(it -> it.shift().paidMinutes())
                .sum();
    }

    /** All days, ticked or not, in one value. */
    default String keys() {
        return days().stream().map(Day::key).collect(Collectors.joining(","));
    }

    /**
     * One day of a schedule.
     *
     * @param key by which its tick is known
     * @param holiday name of the legal holiday; null on other days
     * @param taken whether the request already has a shift at that time
     * @param begun whether the start has passed
     * @param over whether the shift would have ended by now
     * @param other whether a clock change makes the shift longer or shorter than on other days
     */
    record Day(
            String key,
            PlannedShift shift,
            String holiday,
            boolean taken,
            boolean begun,
            boolean over,
            boolean other,
            boolean ticked) {

        public LocalDate date() {
            return shift.day();
        }

        public boolean isPossible() {
            return !taken && !over;
        }

        public boolean isMade() {
            return ticked && isPossible();
        }
    }
}
