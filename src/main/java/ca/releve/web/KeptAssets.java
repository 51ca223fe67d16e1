package ca.releve.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has browsers keep for ever what they load under the name of its content, and ask each time for what they load under another
 * (WEB-11). A refusal is kept by nobody: the next answer may be another one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeptAssets extends OncePerRequestFilter {

    private static final Pattern NAMED_AFTER_CONTENT = Pattern.compile(".+-[0-9a-f]{32}\\.[a-z]+");

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Assets.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean named = NAMED_AFTER_CONTENT.matcher(request.getRequestURI()).matches();
        keep(response, named ? FOR_EVER : CacheControl.noCache());
        chain.doFilter(request, new UnlessRefused(response));
    }

    private static void keep(HttpServletResponse response, CacheControl howLong) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, howLong.getHeaderValue());
    }

    private static final class UnlessRefused extends HttpServletResponseWrapper {

        UnlessRefused(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            forget(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            forget(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            forget(status);
            super.sendError(status, message);
        }

        private void forget(int status) {
            if (status >= HttpStatus.BAD_REQUEST.value()) {
                keep(this, CacheControl.noStore());
            }
        }
    }
}
