package ca.releve.replacement.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a manager answers to a question of the service. */
class AnswerForm {

    @NotBlank(message = "{answer.required}")
    @Size(max = 1_000, message = "{answer.long}")
    private String answer = "";

    public String getAnswer() {
        return answer;
    }

    /** Browsers send a line break as two characters; it counts as one. */
    public void setAnswer(String answer) {
        this.answer = answer.replace("\r\n", "\n");
    }
}
