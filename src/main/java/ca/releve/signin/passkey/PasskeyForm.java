package ca.releve.signin.passkey;

import ca.releve.format.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A new passkey: its label and the credential that the device created. */
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
