package ca.releve.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Stands around sessions, security and pages: refuses what is too large before anybody reads it (WEB-18), and answers with a
 * friendly page where something failed that no page could catch, as when the sessions' database is away (WEB-17, OPS-01).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + LastResort.AFTER_NUMBER_AND_HEADERS)
class LastResort extends OncePerRequestFilter {

    /** The sessions come at 50. */
    static final int AFTER_NUMBER_AND_HEADERS = 10;

    private static final Logger log = LoggerFactory.getLogger(LastResort.class);

    /** What Tomcat refuses by itself comes here as an error only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getContentLengthLong() > SecurityNumbers.REQUEST_BYTES) {
                throw new TooLarge();
            }
            // Tomcat counts parameters, and the bytes of a form, while it reads them.
            if (holdsNull(request.getParameterMap())) {
                answer(request, response, HttpStatus.BAD_REQUEST.value());
                return;
            }
            chain.doFilter(isForm(request) ? request : new BoundedBody(request), response);
        } catch (TooLarge tooLarge) {
            answer(request, response, HttpStatus.CONTENT_TOO_LARGE.value());
        } catch (InvalidParameterException refused) {
            answer(request, response, refused.getErrorCode());
        } catch (ClientAbortException gone) {
            log.debug("The browser did not wait for the answer", gone);
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            failed(failure, request, response);
        }
    }

    private static void failed(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (DatabaseAway.isBehind(failure)) {
            log.error("The database does not answer", failure);
            answer(request, response, HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            log.error("Unexpected failure, reference {}", RequestId.of(request), failure);
            answer(request, response, HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /**
     * Forwards: an error that is sent would go through the sessions again, which may be what failed. For the same reason
     * the page knows nobody, and shows no menu with counts.
     */
    private static void answer(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        request.removeAttribute("me");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(new WithoutParameters(request), response);
    }

    /** No keyboard sends a null character, and PostgreSQL keeps none. */
    private static boolean holdsNull(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .anyMatch(it -> it.getKey().indexOf('\0') >= 0
                        || Arrays.stream(it.getValue()).anyMatch(value -> value.indexOf('\0') >= 0));
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    /** A body that is no form, and may not tell its length. */
    private static final class BoundedBody extends ContentCachingRequestWrapper {

        BoundedBody(HttpServletRequest request) {
            super(request, SecurityNumbers.REQUEST_BYTES);
        }

        @Override
        protected void handleContentOverflow(int limit) {
            throw new TooLarge();
        }
    }

    /** A request that cannot be read, or need not be any more. */
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

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }

    /** Says its status, where a page reads the body and the failure does not come as far as this filter. */
    private static final class TooLarge extends ResponseStatusException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(HttpStatus.CONTENT_TOO_LARGE);
        }
    }
}
