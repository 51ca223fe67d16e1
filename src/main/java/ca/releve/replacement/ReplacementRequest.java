package ca.releve.replacement;

import ca.releve.client.Facility;
import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementEvent.InfoAsked;
import ca.releve.replacement.ReplacementEvent.InfoGiven;
import ca.releve.replacement.ReplacementEvent.RequestCancelled;
import ca.releve.replacement.ReplacementEvent.RequestCreated;
import ca.releve.replacement.ReplacementEvent.RequestDeclined;
import ca.releve.replacement.ReplacementEvent.RequestDeleted;
import ca.releve.replacement.ReplacementEvent.RequestEdited;
import ca.releve.replacement.ReplacementEvent.RequestTaken;
import ca.releve.replacement.ReplacementEvent.ScheduleDefined;
import ca.releve.replacement.ReplacementEvent.ShiftCancelled;
import ca.releve.replacement.ReplacementEvent.ShiftChanged;
import ca.releve.replacement.ReplacementEvent.ShiftSettled;
import ca.releve.replacement.ReplacementEvent.ShiftWorked;
import ca.releve.replacement.ReplacementEvent.SubstituteConfirmed;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import ca.releve.substitute.Substitute;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/**
 * A demande de remplacement: what a manager asks for, with its schedule. Its status is derived from its shifts at each verb
 * and, by {@link #advance}, with the passing of time; only « À préciser », « Refusée » and « Annulée » are somebody's decision.
 */
@Entity
public class ReplacementRequest extends VersionedEntity {

    /** More shifts than this belong into a second request. */
    public static final int MOST_SHIFTS = 200;

    private enum Decision {
        NEEDS_INFO,
        DECLINED,
        CANCELLED
    }

    private String code;
    private UUID clientId;
    private UUID facilityId;
    private UUID jobFunctionId;
    private UUID ageGroupId;
    private UUID taskTypeId;
    private boolean qualified;
    private String notes;

    @Enumerated(EnumType.STRING)
    private RequestStatus status = RequestStatus.DRAFT;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private String decisionReason;
    private Instant decisionAt;
    private String decisionBy;
    private Instant createdAt;
    private UUID createdBy;
    private String createdByName;
    private Instant submittedAt;
    private Instant takenAt;
    private Instant firstStart;
    private Instant lastEnd;
    private int shiftCount;
    private int filledCount;
    private UUID nextShiftId;
    private Instant nextChangeAt;
    private UUID nextOpenShiftId;
    private Instant nextOpenStart;
    private long listOrder;
    private String searchText = "";

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("startsAt")
    private List<Shift> shifts = new ArrayList<>();

    @Transient
    private final List<ReplacementEvent> happened = new ArrayList<>();

    protected ReplacementRequest() {}

    /**
     * A draft: it is sent by its first schedule.
     *
     * @param code what people say on the phone to name it
     * @throws RuleViolation if the installation takes no new requests
     */
    public ReplacementRequest(String code, Facility facility, Need need, Actor by, Clock clock) {
        requireActive(facility);
        this.code = code;
        this.clientId = facility.clientId();
        this.facilityId = facility.id();
        fill(need);
        this.createdAt = clock.instant();
        this.createdBy = by.id();
        this.createdByName = by.name();
        this.listOrder = ListOrder.ofDraft(createdAt);
        happened.add(new RequestCreated(clientId, id(), by));
    }

    /**
     * Changes the need. Whoever was confirmed for another place, function, group, task or qualification is asked again; once
     * it has begun only the notes may change.
     *
     * @param changes before and after of each changed field for the history, in groups of three facts
     */
    public void edit(Facility facility, Need need, List<String> changes, Actor by, Clock clock) {
        advance(clock);
        require(isEditable(), "rule.request.not-editable");
        boolean another = !facility.id().equals(facilityId) || need().asksForAnother(need);
        require(!another || status != RequestStatus.IN_PROGRESS, "rule.request.begun-only-notes");
        if (!facility.id().equals(facilityId)) {
            requireActive(facility);
        }
        facilityId = facility.id();
        fill(need);
        if (another) {
            shifts.forEach(Shift::askAgain);
        }
        if (!changes.isEmpty()) {
            happened.add(new RequestEdited(clientId, id(), by, changes));
        }
        derive(clock);
    }

    /**
     * Adds shifts; the first ones send the request.
     *
     * @throws RuleViolation if it is closed, a shift is already over, two overlap, or there are more than {@value #MOST_SHIFTS}
     */
    public void schedule(Collection<PlannedShift> planned, Actor by, Clock clock) {
        advance(clock);
        require(isSchedulable(), "rule.request.not-schedulable");
        require(!planned.isEmpty(), "rule.schedule.empty");
        require(shifts.size() + planned.size() <= MOST_SHIFTS, "rule.schedule.too-many", MOST_SHIFTS);
        for (PlannedShift each : planned) {
            requireAhead(each, clock);
            requireFree(each, null);
            shifts.add(new Shift(this, each));
        }
        shifts.sort(Comparator.comparing(Shift::startsAt));
        boolean sent = submittedAt == null;
        if (sent) {
            submittedAt = clock.instant();
        }
        happened.add(new ScheduleDefined(
                clientId,
                id(),
                by,
                planned.size(),
                planned.stream().mapToInt(PlannedShift::paidMinutes).sum(),
                planned.stream()
                        .map(PlannedShift::startsAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                planned.stream()
                        .map(PlannedShift::endsAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                sent));
        derive(clock);
    }

    /**
     * Changes the times of a shift; whoever was confirmed for other times is asked again, or let go.
     *
     * @param staysFree whether the substitute of the shift, if any, has nothing else at the new times
     * @return what becomes of her
     */
    public ShiftChanged.Effect changeShift(
            UUID shiftId, PlannedShift planned, boolean staysFree, Actor by, Clock clock) {
        advance(clock);
        require(isSchedulable(), "rule.request.not-schedulable");
        Shift shift = shift(shiftId);
        requireAhead(planned, clock);
        requireFree(planned, shift);
        PlannedShift before = planned(shift);
        if (before.equals(planned)) {
            return ShiftChanged.Effect.NONE;
        }
        ShiftChanged.Effect effect = shift.change(planned, staysFree, clock);
        shifts.sort(Comparator.comparing(Shift::startsAt));
        happened.add(new ShiftChanged(clientId, id(), by, shiftId, before, planned, effect));
        derive(clock);
        return effect;
    }

    /** Takes one shift out; the last one cancels the request. */
    public void cancelShift(UUID shiftId, String reason, Actor by, Clock clock) {
        advance(clock);
        require(isSchedulable(), "rule.request.not-schedulable");
        Shift shift = shift(shiftId);
        shift.cancel(reason, clock);
        happened.add(new ShiftCancelled(clientId, id(), by, shiftId, planned(shift), reason));
        if (live().findAny().isEmpty()) {
            decide(Decision.CANCELLED, reason, by, clock);
        }
        derive(clock);
    }

    /** Cancels everything that nobody has begun; what was or is being worked stays, and is still approved and paid. */
    public void cancel(String reason, Actor by, Clock clock) {
        advance(clock);
        require(isCancellable(), "rule.request.not-cancellable");
        List<Shift> left =
                shifts.stream().filter(shift -> shift.isChangeable(clock)).toList();
        require(!left.isEmpty(), "rule.request.nothing-to-cancel");
        left.forEach(shift -> shift.cancel(reason, clock));
        if (live().noneMatch(shift ->
                shift.status() == ShiftStatus.WORKED || shift.status().isTaken())) {
            decide(Decision.CANCELLED, reason, by, clock);
        }
        happened.add(new RequestCancelled(clientId, id(), by, left.size(), reason));
        derive(clock);
    }

    /** Throws a draft away: nobody was told of it. */
    public void delete(Actor by) {
        require(isDeletable(), "rule.request.not-deletable");
        happened.add(new RequestDeleted(clientId, id(), by, code));
    }

    /** The service begins to look for somebody. */
    public void take(Actor by, Clock clock) {
        require(isTakable(), "rule.request.not-takable");
        takenAt = clock.instant();
        happened.add(new RequestTaken(clientId, id(), by));
        derive(clock);
    }

    /** The service asks the manager something before it goes on. */
    public void askForInfo(String question, Actor by, Clock clock) {
        require(isOpenToQuestions(), "rule.request.no-question");
        decide(Decision.NEEDS_INFO, question, by, clock);
        happened.add(new InfoAsked(clientId, id(), by, question));
        derive(clock);
    }

    /** The manager answers; the request goes on where it was. */
    public void giveInfo(String answer, Actor by, Clock clock) {
        require(status == RequestStatus.NEEDS_INFO, "rule.request.nothing-asked");
        forgetDecision();
        happened.add(new InfoGiven(clientId, id(), by, answer));
        derive(clock);
    }

    /** The service says no to a request for which nobody is confirmed. */
    public void decline(String reason, Actor by, Clock clock) {
        require(isDeclinable(), "rule.request.not-declinable");
        shifts.stream().filter(shift -> shift.status() == ShiftStatus.OPEN).forEach(shift -> shift.giveUp(reason));
        decide(Decision.DECLINED, reason, by, clock);
        happened.add(new RequestDeclined(clientId, id(), by, reason));
        derive(clock);
    }

    /**
     * Sends somebody to these shifts. That she is free is the database's word: see {@code substitute_booked_once}.
     *
     * @throws RuleViolation if she takes no shifts any more, or one of them is not to be filled
     */
    public void assign(Collection<UUID> shiftIds, Substitute substitute, Actor by, Clock clock) {
        require(isAssignable(), "rule.request.not-assignable");
        require(substitute.isActive(), "rule.substitute.inactive");
        require(!shiftIds.isEmpty(), "rule.assignment.no-shift");
        List<Shift> chosen = shiftIds.stream().map(this::shift).toList();
        chosen.forEach(shift -> shift.assign(substitute.id(), by, clock));
        if (decision == Decision.NEEDS_INFO) {
            forgetDecision();
        }
        if (takenAt == null) {
            takenAt = clock.instant();
        }
        findable(substitute.name());
        happened.add(new SubstituteConfirmed(
                clientId,
                id(),
                by,
                substitute.id(),
                substitute.name(),
                chosen.size(),
                chosen.stream()
                        .map(Shift::startsAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                chosen.stream()
                        .map(Shift::endsAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
        chosen.stream().filter(shift -> shift.status() == ShiftStatus.WORKED).forEach(this::worked);
        derive(clock);
    }

    /** She said yes again after a change. */
    public void reconfirm(UUID shiftId, String substituteName, Actor by, Clock clock) {
        Shift shift = shift(shiftId);
        shift.reconfirm(clock);
        settled(shift, ShiftSettled.Outcome.RECONFIRMED, substituteName, null, by);
        if (shift.status() == ShiftStatus.WORKED) {
            worked(shift);
        }
        derive(clock);
    }

    /** She does not come after all; the shift is to be filled again. */
    public void release(UUID shiftId, String substituteName, String reason, Actor by, Clock clock) {
        Shift shift = shift(shiftId);
        shift.release(reason, clock);
        settled(shift, ShiftSettled.Outcome.RELEASED, substituteName, reason, by);
        derive(clock);
    }

    /** She was confirmed and did not come. */
    public void markNoShow(UUID shiftId, String substituteName, String reason, Actor by, Clock clock) {
        Shift shift = shift(shiftId);
        shift.markNoShow(reason, clock);
        settled(shift, ShiftSettled.Outcome.NO_SHOW, substituteName, reason, by);
        derive(clock);
    }

    /** Nobody will be found for this shift. */
    public void giveUp(UUID shiftId, String reason, Actor by, Clock clock) {
        Shift shift = shift(shiftId);
        shift.giveUp(reason);
        settled(shift, ShiftSettled.Outcome.GIVEN_UP, "", reason, by);
        derive(clock);
    }

    /** Time has passed: what is over is worked or not filled, and the status follows. */
    public void advance(Clock clock) {
        shifts.stream().filter(shift -> shift.advance(clock)).forEach(this::worked);
        derive(clock);
    }

    /** Adds words by which the request is found in the lists. */
    public void findable(String... words) {
        String more = SearchText.of(words);
        if (!searchText.contains(more)) {
            searchText = (searchText + " " + more).strip();
        }
    }

    /** Starts the words by which it is found anew, from what it is now; its code is found with and without the dash. */
    public void findableOnlyBy(String... words) {
        searchText = SearchText.of(code, code.replace("-", ""), String.join(" ", words));
    }

    private void fill(Need need) {
        jobFunctionId = need.jobFunctionId();
        ageGroupId = need.ageGroupId();
        taskTypeId = need.taskTypeId();
        qualified = need.qualified();
        notes = need.notes();
    }

    private void decide(Decision made, String reason, Actor by, Clock clock) {
        decision = made;
        decisionReason = reason.strip();
        decisionAt = clock.instant();
        decisionBy = by.name();
    }

    private void forgetDecision() {
        decision = null;
        decisionReason = null;
        decisionAt = null;
        decisionBy = null;
    }

    private void worked(Shift shift) {
        happened.add(new ShiftWorked(
                clientId,
                id(),
                Actor.PORTAL,
                shift.id(),
                facilityId,
                shift.substituteId().orElseThrow(),
                planned(shift)));
    }

    private void settled(Shift shift, ShiftSettled.Outcome outcome, String substituteName, String reason, Actor by) {
        happened.add(new ShiftSettled(clientId, id(), by, shift.id(), planned(shift), outcome, substituteName, reason));
    }

    private void derive(Clock clock) {
        List<Shift> live = live().toList();
        shiftCount = live.size();
        filledCount = (int) live.stream()
                .filter(it -> it.status() == ShiftStatus.CONFIRMED || it.status() == ShiftStatus.WORKED)
                .count();
        List<Shift> span = live.isEmpty() ? shifts : live;
        firstStart = span.stream()
                .map(Shift::startsAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        lastEnd =
                span.stream().map(Shift::endsAt).max(Comparator.naturalOrder()).orElse(null);
        List<Shift> ahead = live.stream()
                .filter(it -> it.status().isAhead() && !it.isOver(clock))
                .toList();
        nextShiftId = ahead.isEmpty() ? null : ahead.get(0).id();
        nextChangeAt = ahead.stream()
                .map(it -> it.hasBegun(clock) ? it.endsAt() : it.startsAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
        Shift open = live.stream()
                .filter(it -> it.isToSettle(clock))
                .min(Comparator.comparing(Shift::startsAt))
                .orElse(null);
        nextOpenShiftId = open == null ? null : open.id();
        nextOpenStart = open == null ? null : open.startsAt();
        listOrder = submittedAt == null
                ? ListOrder.ofDraft(createdAt)
                : ahead.isEmpty()
                        ? ListOrder.ofPast(lastEnd)
                        : ListOrder.ofComing(ahead.get(0).startsAt());
        status = derivedStatus(live, clock);
    }

    private RequestStatus derivedStatus(List<Shift> live, Clock clock) {
        if (decision == Decision.DECLINED) {
            return RequestStatus.DECLINED;
        }
        if (decision == Decision.CANCELLED) {
            return RequestStatus.CANCELLED;
        }
        if (submittedAt == null) {
            return RequestStatus.DRAFT;
        }
        if (live.stream().noneMatch(it -> it.status().isAhead())) {
            return live.stream().anyMatch(it -> it.status() == ShiftStatus.WORKED)
                    ? RequestStatus.COMPLETED
                    : RequestStatus.UNFILLED;
        }
        if (decision == Decision.NEEDS_INFO) {
            return RequestStatus.NEEDS_INFO;
        }
        if (live.stream().anyMatch(it -> hasBegunFor(it, clock))) {
            return RequestStatus.IN_PROGRESS;
        }
        long confirmed =
                live.stream().filter(it -> it.status() == ShiftStatus.CONFIRMED).count();
        if (confirmed > 0) {
            return confirmed == live.size() ? RequestStatus.FILLED : RequestStatus.PARTIALLY_FILLED;
        }
        return takenAt == null ? RequestStatus.SUBMITTED : RequestStatus.SEARCHING;
    }

    private static boolean hasBegunFor(Shift shift, Clock clock) {
        return switch (shift.status()) {
            case WORKED, NO_SHOW -> true;
            case CONFIRMED, TO_RECONFIRM -> shift.hasBegun(clock);
            case OPEN, UNFILLED, CANCELLED -> false;
        };
    }

    private Stream<Shift> live() {
        return shifts.stream().filter(Shift::isLive);
    }

    /** @throws NotFound if it is none of its shifts */
    public Shift shift(UUID shiftId) {
        return shifts.stream().filter(it -> it.id().equals(shiftId)).findFirst().orElseThrow(NotFound::new);
    }

    private static PlannedShift planned(Shift shift) {
        return new PlannedShift(shift.startsAt(), shift.endsAt(), shift.breakMinutes(), shift.zone());
    }

    private void requireFree(PlannedShift planned, Shift except) {
        require(
                live().noneMatch(it -> it != except && planned.overlaps(it.startsAt(), it.endsAt())),
                "rule.schedule.overlap",
                planned.day());
    }

    private static void requireAhead(PlannedShift planned, Clock clock) {
        require(planned.endsAt().isAfter(clock.instant()), "rule.schedule.past", planned.day());
    }

    private static void requireActive(Facility facility) {
        require(facility.isActive(), "rule.facility.inactive");
    }

    private static void require(boolean allowed, String rule, Object... facts) {
        if (!allowed) {
            throw new RuleViolation(rule, facts);
        }
    }

    public boolean isDeletable() {
        return status.isDeletable();
    }

    public boolean isEditable() {
        return status.isEditable();
    }

    public boolean isSchedulable() {
        return status.isSchedulable();
    }

    public boolean isCancellable() {
        return status.isCancellable();
    }

    public boolean isTakable() {
        return status == RequestStatus.SUBMITTED;
    }

    /** Also while searching: a question often comes up only then. */
    public boolean isOpenToQuestions() {
        return status == RequestStatus.SUBMITTED || status == RequestStatus.SEARCHING;
    }

    public boolean isDeclinable() {
        return (status == RequestStatus.SUBMITTED
                        || status == RequestStatus.NEEDS_INFO
                        || status == RequestStatus.SEARCHING)
                && shifts.stream().noneMatch(Shift::isReleasable);
    }

    /** Also once it is over: somebody may have gone without it being written down. */
    public boolean isAssignable() {
        return status != RequestStatus.DRAFT && status != RequestStatus.DECLINED && status != RequestStatus.CANCELLED;
    }

    @DomainEvents
    Collection<ReplacementEvent> happened() {
        return List.copyOf(happened);
    }

    @AfterDomainEventPublication
    void told() {
        happened.clear();
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
        return new Need(jobFunctionId, ageGroupId, taskTypeId, qualified, notes);
    }

    public RequestStatus status() {
        return status;
    }

    /** What the service asked, why it said no, or why it was cancelled; null where nobody decided anything. */
    public String decisionReason() {
        return decisionReason;
    }

    public Instant decisionAt() {
        return decisionAt;
    }

    public String decisionBy() {
        return decisionBy;
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

    public Instant firstStart() {
        return firstStart;
    }

    public Instant lastEnd() {
        return lastEnd;
    }

    /** Shifts that are not cancelled. */
    public int shiftCount() {
        return shiftCount;
    }

    /** Those of them that somebody comes, or came, to. */
    public int filledCount() {
        return filledCount;
    }

    public List<Shift> shifts() {
        return List.copyOf(shifts);
    }

    /** The shift that comes, or is going on. */
    UUID nextShiftId() {
        return nextShiftId;
    }

    /** When something begins or ends by itself; null if nothing does any more. */
    Instant nextChangeAt() {
        return nextChangeAt;
    }
}
