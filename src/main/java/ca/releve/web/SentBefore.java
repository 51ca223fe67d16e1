package ca.releve.web;

import java.io.Serial;

/** A form was sent a second time, and says something other than the first time: only the first is saved. */
public class SentBefore extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;

    SentBefore(String target) {
        this.target = target;
    }

    /** The page that the first one led to. */
    String target() {
        return target;
    }
}
