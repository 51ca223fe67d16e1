package ca.releve.web;

import java.io.Serial;

/** No place of a handler became free in time, see {@link HandlerBulkhead}. */
class BusyHandlerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BusyHandlerException() {
        // Thrown in large numbers: without a stack trace.
        super("All places of the handler are taken", null, false, false);
    }
}
