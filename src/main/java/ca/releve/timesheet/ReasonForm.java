package ca.releve.timesheet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a line is returned, or opened again. */
class ReasonForm {

    @NotBlank(message = "{entry.reason.required}")
    @Size(max = 2_000, message = "{entry.text.too-long}")
    private String reason;

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
