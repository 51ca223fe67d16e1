package ca.releve.account.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an administratrice closes somebody's door: those who look into it later must be able to read it. */
class ExplanationForm {

    @NotBlank(message = "{accounts.reason.required}")
    @Size(max = 1000, message = "{reason.long}")
    private String reason = "";

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
