package ca.releve.timesheet;

import ca.releve.history.Actor;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ShiftEvent.ShiftWorked;
import ca.releve.shared.AggregateRoot;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.Text;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryAdjusted;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryApproved;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryCorrectionOpened;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryLocked;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReopened;
import ca.releve.timesheet.TimeEntryEvent.TimeEntryReturned;
import ca.releve.timesheet.TimeEntryEvent.TimeEntrySubmitted;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A ligne de feuille de temps: the hours of one worked shift, from declaration to payroll. */
@Entity
public class TimeEntry extends AggregateRoot<TimeEntryEvent> {

    @Embedded
    private WorkedShift shift;

    @Column(updatable = false)
    private UUID correctionOf;

    @Enumerated(EnumType.STRING)
    private TimeEntryStatus status = TimeEntryStatus.TO_FILL;

    @Embedded
    private EntryHours hours;

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

    protected TimeEntry() {}

    /** An entry to fill in for a shift that is over. */
    TimeEntry(ShiftWorked worked) {
        PlannedShift planned = worked.planned();
        this.shift = WorkedShift.of(worked);
        this.hours = EntryHours.of(new WorkTime(planned.startsAt(), planned.endsAt(), planned.breakMinutes()));
    }

    private TimeEntry(TimeEntry locked) {
        this.shift = locked.shift;
        this.correctionOf = locked.id();
        this.hours = EntryHours.of(locked.hours.planned());
    }

    /**
     * A new entry to fill in, as one that was sent to payroll never changes.
     *
     * @throws RuleViolation if the entry was not sent to payroll
     */
    public static TimeEntry correctionOf(TimeEntry locked, String reason, Actor by) {
        RuleViolation.unless(locked.status == TimeEntryStatus.LOCKED, "rule.entry.not-correctable");
        requireText(reason, "rule.entry.reason");
        requireStaff(by);
        TimeEntry correction = new TimeEntry(locked);
        correction.register(
                new TimeEntryCorrectionOpened(correction.line(), by, correction.correctionOf, reason.strip()));
        return correction;
    }

    /** Declares the hours, for the first time or again after a return; adjustments already made still count. */
    public void submit(Declaration declaration, Actor by, Clock clock) {
        RuleViolation.unless(isFillable(), "rule.entry.not-fillable");
        requireStaff(by);
        declaration.time().requirePossible(hours.planned(), shift.zone(), clock.instant());
        Declaration before = hours.declaration();
        hours = hours.declare(declaration, Adjustment.lastMeal(adjustments).orElse(declaration.meal()));
        returnedReason = null;
        status = TimeEntryStatus.SUBMITTED;
        submittedAt = clock.instant();
        submittedBy = by.name();
        register(new TimeEntrySubmitted(line(), by, before, declaration));
    }

    /**
     * Adds to the hours, takes from them, or corrects the meal.
     *
     * @param minutes signed whole minutes, not 0; null to leave the hours
     * @param meal the meal from now on; null, or what it already is, to leave it
     * @param note why; mandatory
     */
    public void adjust(Integer minutes, Boolean meal, String note, Actor by, Clock clock) {
        RuleViolation.unless(isWaiting(), "rule.entry.not-adjustable");
        RuleViolation.unless(minutes == null || minutes != 0, "rule.entry.adjustment-zero");
        Boolean otherMeal = Objects.equals(meal, hours.meal()) ? null : meal;
        RuleViolation.unless(minutes != null || otherMeal != null, "rule.entry.nothing-changed");
        requireText(note, "rule.entry.note");
        hours = hours.adjust(minutes, otherMeal);
        adjustments.add(new Adjustment(this, minutes, otherMeal, note, by, clock));
        register(new TimeEntryAdjusted(line(), by, minutes, hours.finalMinutes(), otherMeal, note.strip()));
    }

    /** Approves the hours and the meal: a manager's, so never done by who declared them (ACC-11). */
    public void approve(Actor by, Clock clock) {
        RuleViolation.unless(isWaiting(), "rule.entry.not-approvable");
        RuleViolation.unless(by.kind() == Actor.Kind.MANAGER, "rule.entry.manager-only");
        status = TimeEntryStatus.APPROVED;
        approvedAt = clock.instant();
        approvedBy = by.name();
        register(new TimeEntryApproved(line(), by, hours.finalMinutes(), hours.meal()));
    }

    /** Asks for another declaration. */
    public void returnForCorrection(String reason, Actor by) {
        RuleViolation.unless(isWaiting(), "rule.entry.not-returnable");
        requireText(reason, "rule.entry.reason");
        status = TimeEntryStatus.RETURNED;
        returnedReason = reason.strip();
        register(new TimeEntryReturned(line(), by, returnedReason));
    }

    /** Takes the approval back, so that the hours can be adjusted, returned or approved again. */
    public void reopen(String reason, Actor by) {
        RuleViolation.unless(isReopenable(), "rule.entry.not-reopenable");
        requireText(reason, "rule.entry.reason");
        requireStaff(by);
        status = TimeEntryStatus.SUBMITTED;
        approvedAt = null;
        approvedBy = null;
        register(new TimeEntryReopened(line(), by, hours.finalMinutes(), reason.strip()));
    }

    /** Sends the approved hours to payroll; from then on the entry never changes. */
    public void lock(Actor by) {
        RuleViolation.unless(status == TimeEntryStatus.APPROVED, "rule.entry.not-lockable");
        RuleViolation.unless(by.kind() != Actor.Kind.MANAGER, "rule.entry.staff-only");
        status = TimeEntryStatus.LOCKED;
        register(new TimeEntryLocked(line(), by, hours.finalMinutes()));
    }

    private TimeEntryEvent.Subject line() {
        return new TimeEntryEvent.Subject(id(), shift, day());
    }

    private static void requireStaff(Actor by) {
        RuleViolation.unless(by.isStaff(), "rule.entry.staff-only");
    }

    private static void requireText(String text, String rule) {
        RuleViolation.unless(Text.isSeen(text), rule);
    }

    /** Whether the hours can be declared. */
    public boolean isFillable() {
        return status.isFillable();
    }

    /** Whether a manager can adjust, approve or return it. */
    public boolean isWaiting() {
        return status == TimeEntryStatus.SUBMITTED;
    }

    public boolean isReopenable() {
        return status == TimeEntryStatus.APPROVED;
    }

    public WorkedShift shift() {
        return shift;
    }

    /** The entry that was sent to payroll and that this one corrects; null for the first entry of a shift. */
    public UUID correctionOf() {
        return correctionOf;
    }

    public TimeEntryStatus status() {
        return status;
    }

    /** The civil day on which the shift starts (TIM-03). */
    public LocalDate day() {
        return hours.planned().startsAt().atZone(shift.zone()).toLocalDate();
    }

    public EntryHours hours() {
        return hours;
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

    /** What the manager wants corrected; null unless it is returned. */
    public String returnedReason() {
        return returnedReason;
    }
}
