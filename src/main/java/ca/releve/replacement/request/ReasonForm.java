package ca.releve.replacement.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is cancelled. */
class ReasonForm {

    @NotBlank(message = "{reason.required}")
    @Size(max = 1_000, message = "{reason.long}")
    private String reason = "";

    public String getReason() {
        return reason;
    }

    /** Browsers send a line break as two characters; it counts as one. */
    public void setReason(String reason) {
        this.reason = reason.replace("\r\n", "\n");
    }
}
