package ca.releve.web;

import jakarta.validation.constraints.Size;

/** Why somebody does something, where she may say it and need not. */
public class OptionalReason {

    @Size(max = 1000, message = "{reason.long}")
    private String reason = "";

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
