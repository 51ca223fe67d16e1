package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that is refused for now: too many came from one place (429), or the portal is busy (503). */
public class RetryLaterException extends RuntimeException {

    /** Name of the request attribute in which error pages find the exception. */
    public static final String ATTRIBUTE = RetryLaterException.class.getName();

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration BUSY = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final Duration retryAfter;

    private RetryLaterException(HttpStatus status, Duration retryAfter) {
        // Thrown in large numbers: without a stack trace.
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The limit of a network or an account is used up. */
    public static RetryLaterException tooMany(Duration retryAfter) {
        return new RetryLaterException(HttpStatus.TOO_MANY_REQUESTS, retryAfter);
    }

    /** All slots for a costly operation are taken. */
    public static RetryLaterException busy() {
        return new RetryLaterException(HttpStatus.SERVICE_UNAVAILABLE, BUSY);
    }

    /** Whether the error page of this request shows a busy portal. */
    public static boolean isBusy(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RetryLaterException refusal && refusal.isBusy();
    }

    public boolean isBusy() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Answers with the error page of the status. */
    void sendError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        setRetryAfter(response);
        request.setAttribute(ATTRIBUTE, this);
        response.sendError(status.value());
    }

    HttpStatus status() {
        return status;
    }

    void setRetryAfter(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds() + 1)));
    }
}
