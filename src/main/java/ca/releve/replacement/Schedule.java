package ca.releve.replacement;

import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The shifts of a request, by start. Two that are asked for never overlap. */
@Embeddable
class Schedule {

    /** Most shifts of a request. */
    static final int MAX_SHIFTS = 200;

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("planned.startsAt")
    private List<Shift> shifts = new ArrayList<>();

    /** @throws RuleViolation if a shift is already over, two overlap, or there are more than {@value #MAX_SHIFTS} */
    void add(ReplacementRequest request, Collection<PlannedShift> planned, Clock clock) {
        RuleViolation.unless(!planned.isEmpty(), "rule.schedule.empty");
        RuleViolation.unless(shifts.size() + planned.size() <= MAX_SHIFTS, "rule.schedule.too-many", MAX_SHIFTS);
        for (PlannedShift each : planned) {
            requireAhead(each, clock);
            requireFree(each, null);
            shifts.add(new Shift(request, each));
        }
        sort();
    }

    /** @throws RuleViolation if the shift has begun, the new times are over, or they overlap another shift */
    ShiftChanged.Effect change(Shift shift, PlannedShift planned, boolean staysFree, Clock clock) {
        requireAhead(planned, clock);
        requireFree(planned, shift);
        ShiftChanged.Effect effect =
                shift.planned().equals(planned) ? ShiftChanged.Effect.NONE : shift.change(planned, staysFree, clock);
        sort();
        return effect;
    }

    /** @throws NotFound if it is none of these shifts */
    Shift get(UUID shiftId) {
        return shifts.stream().filter(it -> it.id().equals(shiftId)).findFirst().orElseThrow(NotFound::new);
    }

    List<Shift> all() {
        return List.copyOf(shifts);
    }

    List<Shift> live() {
        return shifts.stream().filter(Shift::isLive).toList();
    }

    /** The shifts that have not begun. */
    List<Shift> changeable(Clock clock) {
        return shifts.stream().filter(shift -> shift.isChangeable(clock)).toList();
    }

    /** The substitutes on some of these shifts. */
    static List<Booking> bookings(List<Shift> shifts) {
        return shifts.stream().flatMap(it -> it.booking().stream()).toList();
    }

    /** Whether a substitute worked one of the shifts, or is still expected. */
    boolean isWorkedOrTaken() {
        return live().stream()
                .anyMatch(it -> it.status() == ShiftStatus.WORKED || it.status().isTaken());
    }

    private void sort() {
        shifts.sort(Comparator.comparing(Shift::startsAt));
    }

    private void requireFree(PlannedShift planned, Shift except) {
        RuleViolation.unless(
                shifts.stream()
                        .filter(it -> it.status().takesItsTime())
                        .noneMatch(it -> it != except && planned.overlaps(it.startsAt(), it.endsAt())),
                "rule.schedule.overlap",
                planned.day());
    }

    private static void requireAhead(PlannedShift planned, Clock clock) {
        RuleViolation.unless(planned.endsAt().isAfter(clock.instant()), "rule.schedule.past", planned.day());
    }
}
