package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Limits how many requests of one handler run at once to half of the database connections, so that one slow page leaves
 * connections for all others. A request waits for a free place, for {@link #LONGEST_WAIT} at most.
 */
@Component
class HandlerBulkhead implements HandlerInterceptor, WebMvcConfigurer {

    /** In milliseconds; the same as the longest statement of a page, see {@code application.yml}. */
    private static final long LONGEST_WAIT = 3_000;

    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final int perHandler;

    HandlerBulkhead(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        this.perHandler = Math.max(1, connections / 2);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (handler instanceof HandlerMethod && !placesOf(handler).tryAcquire(LONGEST_WAIT, TimeUnit.MILLISECONDS)) {
            throw new BusyHandlerException();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (handler instanceof HandlerMethod) {
            placesOf(handler).release();
        }
    }

    private Semaphore placesOf(Object handler) {
        return places.computeIfAbsent(handler.toString(), it -> new Semaphore(perHandler));
    }
}
