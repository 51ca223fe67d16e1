package ca.releve.timesheet.approval;

import ca.releve.format.Formats;
import ca.releve.format.Hours;
import ca.releve.timesheet.EntryHours;
import ca.releve.timesheet.HoursRow;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.validation.Errors;

/** The form « Modifier les heures ». */
class AdjustmentForm {

    /** The chosen radio button; a minus sign typed before the number takes precedence. */
    enum Direction {
        ADD,
        REMOVE
    }

    private Direction direction = Direction.ADD;
    private Hours adjustment;
    private Boolean meal;

    @NotBlank(message = "{entry.note.required}")
    @Size(max = 2_000, message = "{reason.long}")
    private String note;

    private String approve = "";

    static AdjustmentForm of(HoursRow line) {
        AdjustmentForm form = new AdjustmentForm();
        form.meal = line.hours().meal();
        return form;
    }

    /** Adds an error if the form changes nothing, contradicts itself or leads to hours that are not between 0 and 24 h. */
    void check(HoursRow line, Errors errors, Formats formats) {
        if (errors.hasFieldErrors("adjustment") || errors.hasFieldErrors("meal")) {
            return;
        }
        if (adjustment != null && !adjustment.isWhole()) {
            Object[] nearest = {formats.hours(adjustment.minutesBelow()), formats.hours(adjustment.minutesAbove())};
            errors.rejectValue("adjustment", "entry.adjustment.not-whole", nearest, null);
            return;
        }
        if (adjustment != null && adjustment.minutes() < 0) {
            // The form shows what counts, if it comes back with errors.
            direction = Direction.REMOVE;
        }
        Integer minutes = minutes();
        int total = line.hours().finalMinutes() + (minutes == null ? 0 : minutes);
        if (minutes == null && (meal == null || meal.equals(line.hours().meal()))) {
            errors.rejectValue("adjustment", "entry.adjustment.nothing");
        } else if (minutes != null && minutes == 0) {
            errors.rejectValue("adjustment", "entry.adjustment.zero");
        } else if (minutes != null && direction == Direction.REMOVE && adjustment.plus()) {
            errors.rejectValue("adjustment", "entry.adjustment.contradiction");
        } else if (!EntryHours.isWithinADay(total)) {
            errors.rejectValue("adjustment", "entry.adjustment.final", new Object[] {formats.hours(total)}, null);
        }
    }

    /** Signed minutes: as the radio buttons say, unless a minus sign was typed; null if no number was typed. */
    Integer minutes() {
        if (adjustment == null) {
            return null;
        }
        return direction == Direction.REMOVE && adjustment.minutes() > 0
                ? Integer.valueOf(-adjustment.minutes())
                : Integer.valueOf(adjustment.minutes());
    }

    public Direction getDirection() {
        return direction;
    }

    public void setDirection(Direction direction) {
        this.direction = direction;
    }

    public Hours getAdjustment() {
        return adjustment;
    }

    public void setAdjustment(Hours adjustment) {
        this.adjustment = adjustment;
    }

    public Boolean getMeal() {
        return meal;
    }

    public void setMeal(Boolean meal) {
        this.meal = meal;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** Whether the button that also approves was pressed. */
    public boolean isApproval() {
        return approve.equals("true");
    }

    public String getApprove() {
        return approve;
    }

    public void setApprove(String approve) {
        this.approve = approve;
    }
}
