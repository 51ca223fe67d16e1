package ca.releve.replacement;

import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.shared.AggregateRoot;
import ca.releve.shared.RuleViolation;
import ca.releve.substitute.Substitute;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A demande de remplacement: what a manager asks for, with its schedule. Its {@link Progress} is derived from its shifts after
 * each verb and, by {@link #advance}, as time passes; only a {@link Decision} is made by a person.
 */
@Entity
public class ReplacementRequest extends AggregateRoot<ReplacementEvent> {

    private String code;
    private UUID clientId;
    private UUID facilityId;

    @Embedded
    private Need need;

    @Embedded
    private Decision decision;

    @Embedded
    private Progress progress;

    @Embedded
    private Schedule schedule = new Schedule();

    private Instant createdAt;
    private UUID createdBy;
    private String createdByName;
    private Instant submittedAt;
    private Instant takenAt;

    protected ReplacementRequest() {}

    /** A draft: its first schedule sends it. The code is the name that people use on the phone. */
    public ReplacementRequest(String code, Facility facility, Need need, Actor by, Clock clock) {
        facility.requireActive();
        this.code = code;
        this.clientId = facility.clientId();
        this.facilityId = facility.id();
        this.need = need;
        this.createdAt = clock.instant();
        this.createdBy = by.id();
        this.createdByName = by.name();
        this.progress = Progress.ofDraft(createdAt);
        register(new RequestEvent.RequestCreated(clientId, id(), by));
    }

    /**
     * Changes the need. A substitute who was confirmed for another facility, function, group, task or qualification is asked
     * again; after the request has begun only the notes may change.
     *
     * @param changes before and after of each changed field for the history, in groups of three facts
     */
    public void edit(Facility facility, Need changed, List<String> changes, Actor by, Clock clock) {
        advance(clock);
        RuleViolation.unless(status().isEditable(), "rule.request.not-editable");
        boolean moved = !facility.id().equals(facilityId);
        boolean another = moved || need.asksForAnother(changed);
        RuleViolation.unless(!another || status() != RequestStatus.IN_PROGRESS, "rule.request.begun-only-notes");
        if (moved) {
            facility.requireActive();
        }
        facilityId = facility.id();
        need = changed;
        List<Shift> expected = another ? schedule.changeable(clock) : List.of();
        if (another) {
            schedule.all().forEach(Shift::askAgain);
        }
        if (!changes.isEmpty()) {
            register(new RequestEvent.RequestEdited(clientId, id(), by, changes, Schedule.bookings(expected)));
        }
        derive(clock);
    }

    /** Adds shifts, see {@link Schedule#add}; the first ones send the request. */
    public void schedule(Collection<PlannedShift> planned, Actor by, Clock clock) {
        advance(clock);
        RuleViolation.unless(status().isSchedulable(), "rule.request.not-schedulable");
        schedule.add(this, planned, clock);
        boolean sent = submittedAt == null;
        submittedAt = sent ? clock.instant() : submittedAt;
        register(RequestEvent.ScheduleDefined.of(this, by, planned, sent));
        derive(clock);
    }

    /** Changes the times of a shift; a substitute who was confirmed for other times is asked again, or released. */
    public ShiftChanged.Effect changeShift(
            UUID shiftId, PlannedShift planned, boolean staysFree, Actor by, Clock clock) {
        advance(clock);
        RuleViolation.unless(status().isSchedulable(), "rule.request.not-schedulable");
        Shift shift = shift(shiftId);
        PlannedShift before = shift.planned();
        List<Booking> told =
                shift.booking().map(it -> it.movedTo(planned)).stream().toList();
        ShiftChanged.Effect effect = schedule.change(shift, planned, staysFree, clock);
        if (!before.equals(planned)) {
            register(new ShiftChanged(clientId, id(), by, shiftId, before, planned, effect, told));
            derive(clock);
        }
        return effect;
    }

    /** Cancels one shift; with the last one the request is cancelled. */
    public void cancelShift(UUID shiftId, String reason, Actor by, Clock clock) {
        advance(clock);
        RuleViolation.unless(status().isSchedulable(), "rule.request.not-schedulable");
        Shift shift = shift(shiftId);
        List<Booking> told = shift.booking().stream().toList();
        shift.cancel(reason, clock);
        register(new ShiftEvent.ShiftCancelled(clientId, id(), by, shiftId, shift.planned(), reason, told));
        if (schedule.live().isEmpty()) {
            decision = Decision.of(Decision.Kind.CANCELLED, reason, by, clock);
        }
        derive(clock);
    }

    /** Cancels every shift that has not begun; one that was or is being worked stays, to be approved and paid. */
    public void cancel(String reason, Actor by, Clock clock) {
        advance(clock);
        RuleViolation.unless(status().isCancellable(), "rule.request.not-cancellable");
        List<Shift> left = schedule.changeable(clock);
        RuleViolation.unless(!left.isEmpty(), "rule.request.nothing-to-cancel");
        List<PlannedShift> cancelled = left.stream().map(Shift::planned).toList();
        List<Booking> told = Schedule.bookings(left);
        left.forEach(shift -> shift.cancel(reason, clock));
        if (!schedule.isWorkedOrTaken()) {
            decision = Decision.of(Decision.Kind.CANCELLED, reason, by, clock);
        }
        register(new RequestEvent.RequestCancelled(clientId, id(), by, cancelled, reason, told));
        derive(clock);
    }

    /** The client says that the substitute of a shift has not arrived. Nothing changes until the service has called her. */
    public void reportLate(UUID shiftId, String substituteName, Actor by, Clock clock) {
        advance(clock);
        Shift shift = shift(shiftId);
        RuleViolation.unless(shift.mayBeLate(clock), "rule.shift.late");
        List<Booking> called = Schedule.bookings(List.of(shift));
        register(new ShiftEvent.SubstituteLate(clientId, id(), by, shiftId, shift.planned(), substituteName, called));
    }

    /** Deletes a draft, of which nobody was told. */
    public void delete(Actor by) {
        RuleViolation.unless(status().isDeletable(), "rule.request.not-deletable");
        register(new RequestEvent.RequestDeleted(clientId, id(), by, code));
    }

    /** The service begins to look for a substitute. */
    public void take(Actor by, Clock clock) {
        RuleViolation.unless(status().isTakable(), "rule.request.not-takable");
        takenAt = clock.instant();
        register(new RequestEvent.RequestTaken(clientId, id(), by));
        derive(clock);
    }

    /** The service asks the manager a question before it goes on. */
    public void askForInfo(String question, Actor by, Clock clock) {
        RuleViolation.unless(status().isOpenToQuestions(), "rule.request.no-question");
        decision = Decision.of(Decision.Kind.NEEDS_INFO, question, by, clock);
        register(new RequestEvent.InfoAsked(clientId, id(), by, question));
        derive(clock);
    }

    /** The manager answers; the request goes on where it was. */
    public void giveInfo(String answer, Actor by, Clock clock) {
        RuleViolation.unless(status() == RequestStatus.NEEDS_INFO, "rule.request.nothing-asked");
        decision = null;
        register(new RequestEvent.InfoGiven(clientId, id(), by, answer));
        derive(clock);
    }

    /** The service declines a request for which nobody is confirmed. */
    public void decline(String reason, Actor by, Clock clock) {
        RuleViolation.unless(isDeclinable(), "rule.request.not-declinable");
        schedule.all().stream().filter(it -> it.status() == ShiftStatus.OPEN).forEach(it -> it.giveUp(reason));
        decision = Decision.of(Decision.Kind.DECLINED, reason, by, clock);
        register(new RequestEvent.RequestDeclined(clientId, id(), by, reason));
        derive(clock);
    }

    /** Assigns a substitute to shifts; the database refuses one with two shifts at once ({@code substitute_booked_once}). */
    public void assign(Collection<UUID> shiftIds, Substitute substitute, Actor by, Clock clock) {
        RuleViolation.unless(status().isAssignable(), "rule.request.not-assignable");
        RuleViolation.unless(substitute.isActive(), "rule.substitute.inactive");
        RuleViolation.unless(!shiftIds.isEmpty(), "rule.assignment.no-shift");
        List<Shift> chosen = shiftIds.stream().map(this::shift).toList();
        chosen.forEach(shift -> shift.assign(substitute.id(), by, clock));
        if (decision != null && decision.kind() == Decision.Kind.NEEDS_INFO) {
            decision = null;
        }
        takenAt = takenAt == null ? clock.instant() : takenAt;
        register(ShiftEvent.SubstituteConfirmed.of(this, by, substitute, chosen));
        registerOver(chosen.stream().filter(Shift::isWorked).toList());
        derive(clock);
    }

    /**
     * Settles what is open about a shift and its substitute.
     *
     * @param substituteName empty for nobody
     * @param reason null for {@link Outcome#RECONFIRMED}
     */
    public void settle(UUID shiftId, Outcome outcome, String substituteName, String reason, Actor by, Clock clock) {
        Shift shift = shift(shiftId);
        List<Booking> told = outcome == Outcome.RELEASED ? Schedule.bookings(List.of(shift)) : List.of();
        shift.settle(outcome, reason, clock);
        register(new ShiftSettled(clientId, id(), by, shiftId, shift.planned(), outcome, substituteName, reason, told));
        if (outcome == Outcome.RECONFIRMED && shift.isWorked()) {
            registerOver(List.of(shift));
        }
        derive(clock);
    }

    /** Brings shifts and status up to the present: a shift that is over becomes worked or unfilled. */
    public void advance(Clock clock) {
        registerOver(
                schedule.all().stream().filter(shift -> shift.advance(clock)).toList());
        derive(clock);
    }

    private void registerOver(List<Shift> shifts) {
        shifts.forEach(shift -> register(ShiftEvent.over(this, shift)));
    }

    private void derive(Clock clock) {
        if (submittedAt != null) {
            progress = Progress.of(schedule.all(), decision, takenAt != null, clock);
        }
    }

    /** @throws ca.releve.shared.NotFound if it is none of the request's shifts */
    public Shift shift(UUID shiftId) {
        return schedule.get(shiftId);
    }

    public boolean isDeclinable() {
        return status().isDeclinable() && schedule.all().stream().noneMatch(Shift::isReleasable);
    }

    public String code() {
        return code;
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID facilityId() {
        return facilityId;
    }

    public Need need() {
        return need;
    }

    public RequestStatus status() {
        return progress.status();
    }

    public Progress progress() {
        return progress;
    }

    /** What a person decided about it: a question, a refusal or a cancellation. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdByName() {
        return createdByName;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public List<Shift> shifts() {
        return schedule.all();
    }
}
