package ca.releve.timesheet;

import ca.releve.history.Actor;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ShiftEvent.ShiftWorked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** Time entries in each status, reached by their verbs. */
public final class SomeTimeEntry {

    static final ZoneId QUEBEC = ZoneId.of("America/Toronto");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-08T14:00:00Z"), ZoneOffset.UTC);
    static final Actor STAFF = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Josée Lavoie");
    static final Actor MANAGER = new Actor(Actor.Kind.MANAGER, UUID.randomUUID(), "Marie Tremblay");

    private SomeTimeEntry() {}

    /** 08:30 to 16:30 with half an hour's break on Monday, March 1, 2027: 7.50 h. */
    static TimeEntry toFill() {
        return toFill(LocalDateTime.of(2027, 3, 1, 8, 30), LocalDateTime.of(2027, 3, 1, 16, 30), 30);
    }

    static TimeEntry toFill(LocalDateTime start, LocalDateTime end, int breakMinutes) {
        return new TimeEntry(new ShiftWorked(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Actor.PORTAL,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new PlannedShift(
                        start.atZone(QUEBEC).toInstant(), end.atZone(QUEBEC).toInstant(), breakMinutes, QUEBEC)));
    }

    static TimeEntry submitted() {
        TimeEntry entry = toFill();
        entry.submit(asPlanned(entry), STAFF, CLOCK);
        return entry;
    }

    static TimeEntry approved() {
        TimeEntry entry = submitted();
        entry.approve(MANAGER, CLOCK);
        return entry;
    }

    static TimeEntry locked() {
        TimeEntry entry = approved();
        entry.lock(Actor.PORTAL);
        return entry;
    }

    static TimeEntry returned() {
        TimeEntry entry = submitted();
        entry.returnForCorrection("Elle est partie à 15 h.", MANAGER);
        return entry;
    }

    static TimeEntry in(TimeEntryStatus status) {
        TimeEntry entry =
                switch (status) {
                    case TO_FILL -> toFill();
                    case SUBMITTED -> submitted();
                    case APPROVED -> approved();
                    case LOCKED -> locked();
                    case RETURNED -> returned();
                };
        entry.clearEvents();
        return entry;
    }

    static Declaration asPlanned(TimeEntry entry) {
        return new Declaration(entry.hours().planned(), false, "");
    }
}
