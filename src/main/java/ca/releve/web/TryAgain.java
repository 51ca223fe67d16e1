package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Not now, whoever asks and whatever for: too much came from one place, or too much is under way. */
public class TryAgain extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final Duration after;

    private TryAgain(HttpStatus status, Duration after) {
        // Thrown in floods: without a stack trace.
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
        this.after = after;
    }

    /** Too much came from one address. */
    public static TryAgain tooMany(Duration after) {
        return new TryAgain(HttpStatus.TOO_MANY_REQUESTS, after);
    }

    /** The portal has its hands full. */
    public static TryAgain busy() {
        return new TryAgain(HttpStatus.SERVICE_UNAVAILABLE, A_MOMENT);
    }

    public boolean isBusy() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Answers with the page that says so. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        announce(response);
        request.setAttribute(TryAgainFilter.ATTRIBUTE, this);
        response.sendError(status.value());
    }

    HttpStatus status() {
        return status;
    }

    /** Says when it is worth asking again. */
    void announce(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, after.toSeconds() + 1)));
    }
}
