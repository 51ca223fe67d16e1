package ca.releve.account.passkey;

import ca.releve.web.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A new passkey: what she calls it, and what her device made. */
class PasskeyForm {

    @NotBlank(message = "{passkey.label.required}")
    @Size(max = 60, message = "{passkey.label.too-long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{passkey.label.characters}")
    private String label = "";

    private String credential = "";

    static PasskeyForm of(Passkey passkey) {
        PasskeyForm form = new PasskeyForm();
        form.label = passkey.label();
        return form;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label.strip();
    }

    public String getCredential() {
        return credential;
    }

    public void setCredential(String credential) {
        this.credential = credential;
    }
}
