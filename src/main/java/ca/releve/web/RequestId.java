package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.MDC;

/** The reference number of a request, in the log, in security events and on error pages. It is made here, never taken from a header. */
public final class RequestId {

    /** Name of the request attribute and of the MDC value. */
    static final String NAME = "requestNumber";

    private static final int LENGTH = 12;

    private RequestId() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }

    /** The number of the request of this thread; null in background tasks. */
    public static String current() {
        return MDC.get(NAME);
    }

    /** @return null before the filter that sets it */
    public static String of(HttpServletRequest request) {
        return (String) request.getAttribute(NAME);
    }
}
