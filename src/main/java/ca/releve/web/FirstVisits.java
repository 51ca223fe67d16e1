package ca.releve.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many sessions begin at one address (WEB-18): each is kept in the database for as long as
 * {@link SecurityNumbers#SESSION_IDLE}, and whoever keeps no cookie begins one with every form that she is shown.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + FirstVisits.AFTER_SESSIONS)
class FirstVisits extends OncePerRequestFilter {

    /** The sessions come at 50. */
    static final int AFTER_SESSIONS = 60;

    private final Strangers strangers;

    FirstVisits(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Assets.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) != null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Duration> wait = strangers.waitForSession(request);
        if (wait.isPresent()) {
            TryAgain.tooMany(wait.get()).refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getSession(false) != null) {
                strangers.sessionBegan(request);
            }
        }
    }
}
