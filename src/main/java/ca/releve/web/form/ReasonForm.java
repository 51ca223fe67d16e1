package ca.releve.web.form;

import jakarta.validation.constraints.Size;
import org.springframework.validation.Errors;

/** One text that goes with a change: its reason, a question or an answer. */
public class ReasonForm {

    /** Most characters of the text. */
    public static final int MAX_LENGTH = 2_000;

    @Size(max = MAX_LENGTH, message = "{reason.long}")
    private String reason = "";

    /**
     * Adds an error if the text is empty.
     *
     * @param message message key of the error
     */
    public void require(String message, Errors errors) {
        if (reason.isBlank()) {
            errors.rejectValue("reason", message);
        }
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
