package ca.releve.web.form;

import java.io.Serial;

/** A form was sent a second time with other values; only the first ones are saved. */
public class DuplicateSubmissionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;

    DuplicateSubmissionException(String target) {
        this.target = target;
    }

    /** The page to which the first one redirected. */
    public String target() {
        return target;
    }
}
