package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.MDC;

/** The number by which the log, the events and a page of failure speak of the same request; made here, whatever a browser says. */
public final class RequestId {

    /** Name of the request's attribute, and of the value in the log; no page may call anything so. */
    static final String NAME = "requestNumber";

    private static final int LENGTH = 12;

    private RequestId() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }

    /** The number of the request that this thread answers; null for what the portal does by itself. */
    public static String current() {
        return MDC.get(NAME);
    }

    /** @return null outside of the portal's filters */
    public static String of(HttpServletRequest request) {
        return (String) request.getAttribute(NAME);
    }
}
