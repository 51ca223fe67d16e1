package ca.releve.replacement.dispatch;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the service wants to know before it goes on. */
class QuestionForm {

    @NotBlank(message = "{dispatch.question.required}")
    @Size(max = 1_000, message = "{dispatch.question.long}")
    private String question = "";

    public String getQuestion() {
        return question;
    }

    /** Browsers send a line break as two characters; it counts as one. */
    public void setQuestion(String question) {
        this.question = question.replace("\r\n", "\n");
    }
}
