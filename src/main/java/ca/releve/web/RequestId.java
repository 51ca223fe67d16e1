package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.MDC;

/** The reference number of a request, in the log, in security events and on error pages. It is made here, never taken from a header. */
public final class RequestId {

    /** Name of the request attribute. */
    static final String NAME = "requestNumber";

    /** Name of the value in the log, as the Elastic Common Schema has it. */
    static final String IN_THE_LOG = "http.request.id";

    private static final int LENGTH = 12;

    private RequestId() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }

    /** The number of the request of this thread; null in background tasks. */
    public static String current() {
        return MDC.get(IN_THE_LOG);
    }

    /** @return null before the filter that sets it */
    public static String of(HttpServletRequest request) {
        return (String) request.getAttribute(NAME);
    }
}
