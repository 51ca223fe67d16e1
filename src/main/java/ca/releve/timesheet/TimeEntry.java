package ca.releve.timesheet;

import ca.releve.history.Actor;
import ca.releve.replacement.ReplacementEvent.ShiftWorked;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.Text;
import ca.releve.shared.VersionedEntity;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryAdjusted;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryApproved;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryCorrectionOpened;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryLocked;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReopened;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReturned;
import ca.releve.timesheet.TimeEntryEvent.TimeEntrySubmitted;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/**
 * A ligne de feuille de temps: the hours of one worked shift. What was declared is never overwritten by an adjustment; final
 * = declared + the sum of the adjustments, from 0 to 24 h; the last word on the meal is that of the last adjustment.
 */
@Entity
public class TimeEntry extends VersionedEntity {

    @Column(updatable = false)
    private UUID clientId;

    @Column(updatable = false)
    private UUID requestId;

    @Column(updatable = false)
    private UUID shiftId;

    @Column(updatable = false)
    private UUID facilityId;

    @Column(updatable = false)
    private UUID substituteId;

    @Column(updatable = false)
    private UUID correctionOf;

    @Enumerated(EnumType.STRING)
    private TimeEntryStatus status = TimeEntryStatus.TO_FILL;

    /** Kept by the database, for the order of the staff's list. */
    @Column(insertable = false, updatable = false)
    private Integer statusRank;

    @Column(updatable = false)
    private ZoneId zone;

    @Embedded
    @AttributeOverride(name = "startsAt", column = @Column(name = "planned_starts_at", updatable = false))
    @AttributeOverride(name = "endsAt", column = @Column(name = "planned_ends_at", updatable = false))
    @AttributeOverride(name = "breakMinutes", column = @Column(name = "planned_break_minutes", updatable = false))
    private WorkTime planned;

    @Column(updatable = false)
    private int plannedMinutes;

    @Embedded
    @AttributeOverride(name = "startsAt", column = @Column(name = "declared_starts_at"))
    @AttributeOverride(name = "endsAt", column = @Column(name = "declared_ends_at"))
    @AttributeOverride(name = "breakMinutes", column = @Column(name = "declared_break_minutes"))
    private WorkTime declared;

    private Integer declaredMinutes;
    private Boolean declaredMeal;
    private String declaredNote = "";
    private int adjustedMinutes;
    private Boolean meal;
    private Instant submittedAt;
    private String submittedBy;
    private Instant approvedAt;
    private String approvedBy;
    private String returnedReason;

    @OneToMany(
            mappedBy = "entry",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("at, id")
    private List<Adjustment> adjustments = new ArrayList<>();

    @Transient
    private final List<TimeEntryEvent> happened = new ArrayList<>();

    protected TimeEntry() {}

    /** A line to fill in for a shift that is over. */
    TimeEntry(ShiftWorked worked) {
        this.clientId = worked.clientId();
        this.requestId = worked.requestId();
        this.shiftId = worked.shiftId();
        this.facilityId = worked.facilityId();
        this.substituteId = worked.substituteId();
        this.zone = worked.planned().zone();
        this.planned = new WorkTime(
                worked.planned().startsAt(),
                worked.planned().endsAt(),
                worked.planned().breakMinutes());
        this.plannedMinutes = planned.minutes();
    }

    private TimeEntry(TimeEntry locked) {
        this.clientId = locked.clientId;
        this.requestId = locked.requestId;
        this.shiftId = locked.shiftId;
        this.facilityId = locked.facilityId;
        this.substituteId = locked.substituteId;
        this.correctionOf = locked.id();
        this.zone = locked.zone;
        this.planned = locked.planned;
        this.plannedMinutes = locked.plannedMinutes;
    }

    /**
     * A new line to fill in, since one that went to payroll stays as it went.
     *
     * @throws RuleViolation if the line is not one that went to payroll
     */
    public static TimeEntry correctionOf(TimeEntry locked, String reason, Actor by) {
        require(locked.status == TimeEntryStatus.LOCKED, "rule.entry.not-correctable");
        requireText(reason, "rule.entry.reason");
        requireStaff(by);
        TimeEntry correction = new TimeEntry(locked);
        correction.happened.add(
                new TimeEntryCorrectionOpened(correction.line(), by, correction.correctionOf, reason.strip()));
        return correction;
    }

    /** Hands the hours in, for the first time or again after they were returned; adjustments already made still count. */
    public void submit(Declaration declaration, Actor by, Clock clock) {
        require(isFillable(), "rule.entry.not-fillable");
        requireStaff(by);
        requireWithinADay(declaration.time().minutes() + adjustedMinutes);
        Declaration before = declaration();
        declared = declaration.time();
        declaredMinutes = declaration.time().minutes();
        declaredMeal = declaration.meal();
        declaredNote = declaration.note();
        meal = adjustedMeal().orElse(declaredMeal);
        returnedReason = null;
        status = TimeEntryStatus.SUBMITTED;
        submittedAt = clock.instant();
        submittedBy = by.name();
        happened.add(new TimeEntrySubmitted(line(), by, before, declaration));
    }

    /**
     * Adds to the hours, takes from them, or puts the meal right.
     *
     * @param minutes signed whole minutes, not 0; null to leave the hours
     * @param meal the meal from now on; null, or what it already is, to leave it
     * @param note why; mandatory
     */
    public void adjust(Integer minutes, Boolean meal, String note, Actor by, Clock clock) {
        require(isAdjustable(), "rule.entry.not-adjustable");
        require(minutes == null || minutes != 0, "rule.entry.adjustment-zero");
        Boolean otherMeal = Objects.equals(meal, this.meal) ? null : meal;
        require(minutes != null || otherMeal != null, "rule.entry.nothing-changed");
        requireText(note, "rule.entry.note");
        int total = finalMinutes() + (minutes == null ? 0 : minutes);
        requireWithinADay(total);
        adjustments.add(new Adjustment(this, minutes, otherMeal, note, by, clock));
        adjustedMinutes = total - declaredMinutes;
        if (otherMeal != null) {
            this.meal = otherMeal;
        }
        happened.add(new TimeEntryAdjusted(line(), by, minutes, total, otherMeal, note.strip()));
    }

    /** The hours and the meal are right: for a manager to say, so never for who handed them in (ACC-11). */
    public void approve(Actor by, Clock clock) {
        require(isApprovable(), "rule.entry.not-approvable");
        require(by.kind() == Actor.Kind.MANAGER, "rule.entry.manager-only");
        status = TimeEntryStatus.APPROVED;
        approvedAt = clock.instant();
        approvedBy = by.name();
        happened.add(new TimeEntryApproved(line(), by, finalMinutes(), meal));
    }

    /** They are to be declared again. */
    public void returnForCorrection(String reason, Actor by) {
        require(isReturnable(), "rule.entry.not-returnable");
        requireText(reason, "rule.entry.reason");
        status = TimeEntryStatus.RETURNED;
        returnedReason = reason.strip();
        happened.add(new TimeEntryReturned(line(), by, returnedReason));
    }

    /** The service takes the approval back, so that the hours can be adjusted, returned or approved anew. */
    public void reopen(String reason, Actor by) {
        require(isReopenable(), "rule.entry.not-reopenable");
        requireText(reason, "rule.entry.reason");
        requireStaff(by);
        status = TimeEntryStatus.SUBMITTED;
        approvedAt = null;
        approvedBy = null;
        happened.add(new TimeEntryReopened(line(), by, finalMinutes(), reason.strip()));
    }

    /** The approved hours go to payroll; from then on the line stays as it is. */
    public void lock(Actor by) {
        require(status == TimeEntryStatus.APPROVED, "rule.entry.not-lockable");
        require(by.kind() != Actor.Kind.MANAGER, "rule.entry.staff-only");
        status = TimeEntryStatus.LOCKED;
        happened.add(new TimeEntryLocked(line(), by, finalMinutes()));
    }

    private Optional<Boolean> adjustedMeal() {
        return adjustments.stream()
                .map(Adjustment::meal)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    private TimeEntryEvent.Line line() {
        return new TimeEntryEvent.Line(id(), clientId, requestId, facilityId, substituteId, day(), zone);
    }

    private static void requireWithinADay(int total) {
        require(total >= 0 && total <= WorkTime.MOST_MINUTES, "rule.entry.final");
    }

    private static void requireStaff(Actor by) {
        require(by.isStaff(), "rule.entry.staff-only");
    }

    private static void requireText(String text, String rule) {
        require(Text.isSeen(text), rule);
    }

    private static void require(boolean allowed, String rule) {
        if (!allowed) {
            throw new RuleViolation(rule);
        }
    }

    /** Whether its hours can be handed in. */
    public boolean isFillable() {
        return status == TimeEntryStatus.TO_FILL || status == TimeEntryStatus.RETURNED;
    }

    public boolean isAdjustable() {
        return status == TimeEntryStatus.SUBMITTED;
    }

    public boolean isApprovable() {
        return status == TimeEntryStatus.SUBMITTED;
    }

    public boolean isReturnable() {
        return status == TimeEntryStatus.SUBMITTED;
    }

    public boolean isReopenable() {
        return status == TimeEntryStatus.APPROVED;
    }

    /** Whether nobody declared anything, now or earlier. */
    boolean isUntouched() {
        return status == TimeEntryStatus.TO_FILL;
    }

    /** Whether it was declared as it was planned and nobody changed it since: it needs no second look. */
    boolean isWithoutDifference() {
        return planned.equals(declared) && adjustedMinutes == 0;
    }

    @DomainEvents
    Collection<TimeEntryEvent> happened() {
        return List.copyOf(happened);
    }

    @AfterDomainEventPublication
    void told() {
        happened.clear();
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID requestId() {
        return requestId;
    }

    public UUID shiftId() {
        return shiftId;
    }

    public UUID facilityId() {
        return facilityId;
    }

    public UUID substituteId() {
        return substituteId;
    }

    /** The line that went to payroll and that this one corrects; null for the first line of a shift. */
    public UUID correctionOf() {
        return correctionOf;
    }

    public TimeEntryStatus status() {
        return status;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The civil day it belongs to: the one on which the shift starts (TIM-03). */
    public LocalDate day() {
        return planned.startsAt().atZone(zone).toLocalDate();
    }

    public WorkTime planned() {
        return planned;
    }

    /** What was last declared; null until somebody did. */
    public Declaration declaration() {
        return declared == null ? null : new Declaration(declared, declaredMeal, declaredNote);
    }

    /** Sum of the adjustments in signed whole minutes. */
    public int adjustedMinutes() {
        return adjustedMinutes;
    }

    /** Declared plus adjusted whole minutes, 0 to 1440; 0 until something was declared. */
    public int finalMinutes() {
        return declaredMinutes == null ? 0 : declaredMinutes + adjustedMinutes;
    }

    /** Whether she ate the installation's meal, after the adjustments; null until something was declared. */
    public Boolean meal() {
        return meal;
    }

    public List<Adjustment> adjustments() {
        return List.copyOf(adjustments);
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public String approvedBy() {
        return approvedBy;
    }

    /** What the manager wants corrected; null unless it was returned. */
    public String returnedReason() {
        return returnedReason;
    }
}
