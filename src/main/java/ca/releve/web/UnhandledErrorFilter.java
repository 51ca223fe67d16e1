package ca.releve.web;

import ca.releve.web.settings.DatabaseUnavailable;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Stands before sessions and security. It refuses requests that are too large or malformed (WEB-18), and shows the error page
 * of failures that no controller advice handles, as when the sessions cannot be read (WEB-17, OPS-01).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + UnhandledErrorFilter.AFTER_REQUEST_ID)
class UnhandledErrorFilter extends OncePerRequestFilter {

    /** The filter of the sessions has 50. */
    static final int AFTER_REQUEST_ID = 10;

    private static final Logger log = LoggerFactory.getLogger(UnhandledErrorFilter.class);

    /** A request that Tomcat refuses itself arrives as an error dispatch only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            forbidCaching(response);
        }
        try {
            if (isErrorPageByItself(request)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            handle(request, response, chain);
        } catch (RetryLaterException refusal) {
            refusal.sendError(request, response);
        } catch (ClientAbortException disconnected) {
            log.debug("The browser closed the connection", disconnected);
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            showErrorPage(statusOf(failure, request), request, response);
        }
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            forbidCaching(response);
        }
    }

    private static void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > SecurityNumbers.REQUEST_BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        // Tomcat reads a form here, and throws if it is malformed, too large or has too many parameters.
        request.getParameterMap();
        chain.doFilter(isForm(request) ? request : new BoundedBody(request), response);
    }

    /** The address of the error page is no page for a browser to ask for. */
    private static boolean isErrorPageByItself(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().equals("/error");
    }

    private static int statusOf(Throwable failure, HttpServletRequest request) {
        if (failure instanceof ResponseStatusException refusal) {
            return refusal.getStatusCode().value();
        }
        if (failure instanceof InvalidParameterException malformed) {
            return malformed.getErrorCode();
        }
        if (DatabaseUnavailable.isCancelledStatement(failure)) {
            log.error("A statement took too long, reference {}", RequestId.of(request), failure);
            return HttpStatus.SERVICE_UNAVAILABLE.value();
        }
        if (DatabaseUnavailable.isBehind(failure)) {
            log.error("The database does not answer", failure);
            return HttpStatus.SERVICE_UNAVAILABLE.value();
        }
        log.error("Unexpected failure, reference {}", RequestId.of(request), failure);
        return HttpStatus.INTERNAL_SERVER_ERROR.value();
    }

    /**
     * Forwards to the error page: an error dispatch would read the session again, which may be what failed. The page has no
     * current account for the same reason, and no parameters, since Tomcat refuses to read malformed ones each time.
     */
    private static void showErrorPage(int status, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseUnavailable.RETRY_AFTER);
        }
        request.removeAttribute("me");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(new WithoutParameters(request), response);
    }

    private static void forbidCaching(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    /** A body that is no form; it may come without its length. */
    private static final class BoundedBody extends ContentCachingRequestWrapper {

        BoundedBody(HttpServletRequest request) {
            super(request, SecurityNumbers.REQUEST_BYTES);
        }

        @Override
        protected void handleContentOverflow(int limit) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
    }

    private static final class WithoutParameters extends HttpServletRequestWrapper {

        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
