package ca.releve.web;

import java.io.Serial;

/** Somebody lost rights while her form was on its way: nothing of it is written. */
public class RightsGone extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;
}
