package ca.releve.replacement.dispatch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the service does something that somebody will ask about. */
class ExplanationForm {

    @NotBlank(message = "{dispatch.explanation.required}")
    @Size(max = 1_000, message = "{dispatch.explanation.long}")
    private String explanation = "";

    public String getExplanation() {
        return explanation;
    }

    /** Browsers send a line break as two characters; it counts as one. */
    public void setExplanation(String explanation) {
        this.explanation = explanation.replace("\r\n", "\n");
    }
}
