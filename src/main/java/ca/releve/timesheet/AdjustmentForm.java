package ca.releve.timesheet;

import ca.releve.web.Hours;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a manager types into « Modifier les heures ». */
class AdjustmentForm {

    /** What the radio buttons say; a sign typed before the number goes further. */
    enum Direction {
        ADD,
        REMOVE
    }

    private Direction direction = Direction.ADD;
    private Hours adjustment;
    private Boolean meal;

    @NotBlank(message = "{entry.note.required}")
    @Size(max = 2_000, message = "{entry.text.too-long}")
    private String note;

    static AdjustmentForm of(HoursLine line) {
        AdjustmentForm form = new AdjustmentForm();
        form.meal = line.meal();
        return form;
    }

    /** Signed minutes: what the radio buttons say, unless a minus was typed; null where no number was typed. */
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
}
