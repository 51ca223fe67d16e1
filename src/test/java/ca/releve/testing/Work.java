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
 * Measures how long the tested portal works on a request, without the time that the machine spends on something else
 * meanwhile: two answers that take the same work cannot be told apart by a clock.
 */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Work extends OncePerRequestFilter {

    /** Requests that carry this header are measured under its value. */
    public static final String HEADER = "X-Measured-As";

    private final Map<String, Duration> done = new ConcurrentHashMap<>();

    /** What was done for the last request of this name. */
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
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        chain.doFilter(request, response);
        done.put(name, Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start));
    }
}
