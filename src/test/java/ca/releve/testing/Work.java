package ca.releve.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Measures the CPU time of the tested portal for a request, without the time of other processes: two answers with the same CPU time
 * cannot be distinguished by a clock.
 */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Work extends OncePerRequestFilter {

    /** Requests that carry this header are measured under its value. */
    public static final String HEADER = "X-Measured-As";

    private final Map<String, Duration> done = new ConcurrentHashMap<>();

    /** The time of the last request with this name. */
    public Duration on(String name) {
        return done.get(name);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = request.getHeader(HEADER);
        if (name == null) {
            chain.doFilter(request, response);
            return;
        }
        long start = now();
        chain.doFilter(request, response);
        done.put(name, Duration.ofNanos(now() - start));
    }

    /** The CPU time of an action in this thread. */
    public static Duration of(Runnable what) {
        long start = now();
        what.run();
        return Duration.ofNanos(now() - start);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
