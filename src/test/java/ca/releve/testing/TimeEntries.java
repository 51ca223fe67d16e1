package ca.releve.testing;

import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.replacement.Need;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftEvent.ShiftWorked;
import ca.releve.substitute.Substitute;
import ca.releve.testing.World.SomeClient;
import ca.releve.timesheet.Declaration;
import ca.releve.timesheet.TimeEntry;
import ca.releve.timesheet.WorkTime;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates shifts that are over, and changes the status of their time entries. */
@TestComponent
public class TimeEntries {

    public static final ZoneId QUEBEC = ZoneId.of("America/Toronto");

    /** A Monday without a holiday or a clock change in its week. */
    public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    public static final Actor STAFF = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Josée Lavoie");

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() / 1_000_000 % 100_000_000);

    private final World world;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    TimeEntries(
            World world, EntityManager entities, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.world = world;
        this.entities = entities;
        this.transaction = transaction;
        this.events = events;
    }

    /** 08:30 to 16:30 with half an hour's break: 7.50 h. */
    public static PlannedShift day(LocalDate day) {
        return shift(day.atTime(8, 30), day.atTime(16, 30), 30);
    }

    public static PlannedShift shift(LocalDateTime start, LocalDateTime end, int breakMinutes) {
        return new PlannedShift(
                start.atZone(QUEBEC).toInstant(), end.atZone(QUEBEC).toInstant(), breakMinutes, QUEBEC);
    }

    /** Days of 7.50 h from that Monday on, worked by one substitute and not declared yet. */
    public Worked worked(SomeClient client, int days) {
        return worked(
                client,
                client.facility(),
                MONDAY.datesUntil(MONDAY.plusDays(days)).map(TimeEntries::day).toArray(PlannedShift[]::new));
    }

    /** Shifts that were worked by one substitute and are not declared yet. */
    public Worked worked(SomeClient client, Facility facility, PlannedShift... shifts) {
        return worked(client, facility, world.substitute(), shifts);
    }

    public Worked worked(SomeClient client, Facility facility, Substitute substitute, PlannedShift... shifts) {
        Actor manager = world.actor(client.account());
        Need need = world.need(false, "");
        Instant first = Arrays.stream(shifts)
                .map(PlannedShift::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Clock before = Clock.fixed(first.minus(Duration.ofDays(1)), ZoneOffset.UTC);
        ReplacementRequest saved = transaction.execute(status -> {
            ReplacementRequest request =
                    new ReplacementRequest("H-" + NUMBER.incrementAndGet(), facility, need, manager, before);
            request.schedule(List.of(shifts), manager, before);
            request.assign(request.shifts().stream().map(Shift::id).toList(), substitute, STAFF, before);
            request.advance(Clock.fixed(request.progress().lastEnd(), ZoneOffset.UTC));
            entities.persist(request);
            entities.flush();
            // These tests do not check the history of the request.
            request.clearEvents();
            request.shifts().forEach(shift -> events.publishEvent(worked(request, shift, substitute)));
            return request;
        });
        return new Worked(client, saved, substitute, idsOf(saved));
    }

    /** The event at the end of a shift of this request. */
    public static ShiftWorked worked(ReplacementRequest request, Shift shift, Substitute substitute) {
        return new ShiftWorked(
                request.clientId(),
                request.id(),
                Actor.PORTAL,
                shift.id(),
                request.facilityId(),
                substitute.id(),
                new PlannedShift(shift.startsAt(), shift.endsAt(), shift.breakMinutes(), shift.zone()));
    }

    /** Days of 7.50 h that were declared as they were planned. */
    public Worked submitted(SomeClient client, int days) {
        Worked worked = worked(client, days);
        worked.ids().forEach(this::submitAsPlanned);
        return worked;
    }

    public void submitAsPlanned(UUID id) {
        change(
                id,
                entry -> entry.submit(new Declaration(entry.hours().planned(), false, ""), STAFF, Clock.systemUTC()));
    }

    /** Declares an end that differs from the planned one by a number of minutes. */
    public void submitLonger(UUID id, int minutes, String note) {
        change(
                id,
                entry -> entry.submit(
                        new Declaration(
                                new WorkTime(
                                        entry.hours().planned().startsAt(),
                                        entry.hours().planned().endsAt().plus(Duration.ofMinutes(minutes)),
                                        entry.hours().planned().breakMinutes()),
                                false,
                                note),
                        STAFF,
                        Clock.systemUTC()));
    }

    public void approve(UUID id, Actor by) {
        change(id, entry -> entry.approve(by, Clock.systemUTC()));
    }

    /** Changes an entry in a separate transaction, without an entry in the history. */
    public void change(UUID id, Consumer<TimeEntry> verb) {
        transaction.executeWithoutResult(status -> {
            TimeEntry entry = entities.find(TimeEntry.class, id);
            verb.accept(entry);
            entry.clearEvents();
        });
    }

    public TimeEntry get(UUID id) {
        return transaction.execute(status -> {
            TimeEntry entry = entities.find(TimeEntry.class, id);
            if (entry != null) {
                entry.adjustments();
            }
            return entry;
        });
    }

    private List<UUID> idsOf(ReplacementRequest request) {
        return transaction.execute(status -> entities.createQuery(
                        "select e.id from TimeEntry e where e.shift.requestId = :id order by e.hours.planned.startsAt",
                        UUID.class)
                .setParameter("id", request.id())
                .getResultList());
    }

    /**
     * Shifts that are over, with their time entries.
     *
     * @param ids their time entries, in the order of the days
     */
    public record Worked(SomeClient client, ReplacementRequest request, Substitute substitute, List<UUID> ids) {

        public UUID id(int index) {
            return ids.get(index);
        }
    }
}
