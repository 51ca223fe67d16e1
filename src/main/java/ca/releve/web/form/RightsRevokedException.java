package ca.releve.web.form;

import java.io.Serial;

/** The user lost rights after the request was authorised; nothing is saved. */
public class RightsRevokedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;
}
