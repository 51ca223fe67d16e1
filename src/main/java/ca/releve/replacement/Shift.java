package ca.releve.replacement;

import ca.releve.history.Actor;
import ca.releve.replacement.ShiftSettled.Outcome;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A quart: one dated piece of a request's schedule, with at most one substitute. It changes only through its request, whose
 * status follows from it.
 */
@Entity
public class Shift extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id", updatable = false)
    private ReplacementRequest request;

    private UUID clientId;

    @Embedded
    private PlannedShift planned;

    @Enumerated(EnumType.STRING)
    private ShiftStatus status = ShiftStatus.OPEN;

    private String statusReason;

    @OneToMany(mappedBy = "shift", cascade = CascadeType.ALL)
    private List<Assignment> assignments = new ArrayList<>();

    protected Shift() {}

    Shift(ReplacementRequest request, PlannedShift planned) {
        this.request = request;
        this.clientId = request.clientId();
        this.planned = planned;
    }

    /**
     * @param staysFree whether the substitute, if any, has nothing else at the new times
     * @return what becomes of her
     */
    ShiftChanged.Effect change(PlannedShift changed, boolean staysFree, Clock clock) {
        RuleViolation.unless(isChangeable(clock), "rule.shift.not-changeable");
        boolean moved =
                !changed.startsAt().equals(startsAt()) || !changed.endsAt().equals(endsAt());
        boolean paidOtherwise = changed.paidMinutes() != paidMinutes();
        planned = changed;
        if (moved && status.isTaken() && !staysFree) {
            live().orElseThrow().cancel();
            status = ShiftStatus.OPEN;
            return ShiftChanged.Effect.RELEASED;
        }
        return (moved || paidOtherwise) && askAgain() ? ShiftChanged.Effect.TO_RECONFIRM : ShiftChanged.Effect.NONE;
    }

    /** @return whether there was somebody to ask again */
    boolean askAgain() {
        if (status != ShiftStatus.CONFIRMED) {
            return false;
        }
        live().orElseThrow().askAgain();
        status = ShiftStatus.TO_RECONFIRM;
        return true;
    }

    void assign(UUID substituteId, Actor by, Clock clock) {
        RuleViolation.unless(isAssignable(), "rule.shift.not-open");
        assignments.add(new Assignment(this, substituteId, by, clock));
        statusReason = null;
        status = isOver(clock) ? ShiftStatus.WORKED : ShiftStatus.CONFIRMED;
    }

    void settle(Outcome outcome, String reason, Clock clock) {
        switch (outcome) {
            case RECONFIRMED -> reconfirm(clock);
            case RELEASED -> release(reason, clock);
            case NO_SHOW -> markNoShow(reason, clock);
            case GIVEN_UP -> giveUp(reason);
        }
    }

    private void reconfirm(Clock clock) {
        RuleViolation.unless(status == ShiftStatus.TO_RECONFIRM, "rule.shift.not-to-reconfirm");
        live().orElseThrow().confirm();
        status = isOver(clock) ? ShiftStatus.WORKED : ShiftStatus.CONFIRMED;
    }

    private void release(String reason, Clock clock) {
        RuleViolation.unless(isReleasable(), "rule.shift.nobody-to-release");
        live().orElseThrow().cancel();
        statusReason = reason;
        status = isOver(clock) ? ShiftStatus.UNFILLED : ShiftStatus.OPEN;
    }

    private void markNoShow(String reason, Clock clock) {
        RuleViolation.unless(mayBeMarkedNoShow(clock), "rule.shift.no-show");
        statusReason = reason;
        status = ShiftStatus.NO_SHOW;
    }

    void giveUp(String reason) {
        RuleViolation.unless(status == ShiftStatus.OPEN, "rule.shift.not-open");
        statusReason = reason;
        status = ShiftStatus.UNFILLED;
    }

    void cancel(String reason, Clock clock) {
        RuleViolation.unless(isChangeable(clock), "rule.shift.not-cancellable");
        live().ifPresent(Assignment::cancel);
        statusReason = reason;
        status = ShiftStatus.CANCELLED;
    }

    /** @return whether the shift has just become worked or unfilled */
    boolean advance(Clock clock) {
        if (!isOver(clock) || status != ShiftStatus.OPEN && status != ShiftStatus.CONFIRMED) {
            return false;
        }
        status = status == ShiftStatus.OPEN ? ShiftStatus.UNFILLED : ShiftStatus.WORKED;
        return true;
    }

    /** Its substitute and times, for those who are told of a change; empty for nobody. */
    Optional<Booking> booking() {
        return live().map(it -> new Booking(it.id(), id(), it.substituteId(), planned(), planned()));
    }

    private Optional<Assignment> live() {
        return assignments.stream().filter(Assignment::isLive).findFirst();
    }

    /** Whether its times may be changed and it may be taken out. */
    public boolean isChangeable(Clock clock) {
        return status.isChangeable(startsAt(), endsAt(), clock.instant());
    }

    /** Also once it is over: somebody may have gone without it being written down, and no hour is lost. */
    public boolean isAssignable() {
        return status == ShiftStatus.OPEN || status == ShiftStatus.UNFILLED;
    }

    public boolean isReleasable() {
        return status.isTaken();
    }

    /** From its start on: before, she is released instead. */
    public boolean mayBeMarkedNoShow(Clock clock) {
        return (isReleasable() || isWorked()) && !clock.instant().isBefore(startsAt());
    }

    /** Whether the client may say that the substitute has not arrived. */
    boolean mayBeLate(Clock clock) {
        return status.mayBeLate(startsAt(), endsAt(), clock.instant());
    }

    /**
     * Whether the service still has something to do about it: find somebody, or hear from her again. The latter also once it
     * is over, for until then nobody knows whether she worked.
     */
    boolean isToSettle(Clock clock) {
        return status == ShiftStatus.TO_RECONFIRM || status == ShiftStatus.OPEN && !isOver(clock);
    }

    boolean isOver(Clock clock) {
        return !clock.instant().isBefore(endsAt());
    }

    boolean hasBegun(Clock clock) {
        return !clock.instant().isBefore(startsAt());
    }

    boolean isWorked() {
        return status == ShiftStatus.WORKED;
    }

    boolean isLive() {
        return status != ShiftStatus.CANCELLED;
    }

    public ReplacementRequest request() {
        return request;
    }

    public UUID clientId() {
        return clientId;
    }

    /** Its times as a value. */
    public PlannedShift planned() {
        return planned;
    }

    public Instant startsAt() {
        return planned.startsAt();
    }

    public Instant endsAt() {
        return planned.endsAt();
    }

    public ZoneId zone() {
        return planned.zone();
    }

    /** Unpaid break in whole minutes. */
    public int breakMinutes() {
        return planned.breakMinutes();
    }

    /** Paid time in whole minutes, 1 to 1440. */
    public int paidMinutes() {
        return planned.paidMinutes();
    }

    public ShiftStatus status() {
        return status;
    }

    /** Why it is cancelled, open again, given up or without the substitute; null where nobody was asked. */
    public String statusReason() {
        return statusReason;
    }

    /** Who comes or came; empty for nobody. */
    public Optional<UUID> substituteId() {
        return live().map(Assignment::substituteId);
    }
}
