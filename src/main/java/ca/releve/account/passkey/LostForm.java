package ca.releve.account.passkey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How an administratrice knew who was on the phone. */
class LostForm {

    @NotBlank(message = "{passkey.lost.reason.required}")
    @Size(max = 1000, message = "{reason.long}")
    private String reason = "";

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
