package ca.releve.web;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are kept in PostgreSQL, found again, and ended. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class SessionConfig {

    /** Not the negative one by which Spring Session means « for ever »: it would not even end such a session at a sign-out. */
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    /** Two first requests of one session at once would otherwise meet in a duplicate key and a 500. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** {@link LimitedSessions} ends them by the portal's clock; forgetting them is the work of a task of ours, too. */
    @Bean
    @Order
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsThatDoNotEndThemselves() {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(FOR_EVER);
            sessions.setCleanupCron("-");
        };
    }

    @Bean
    @Primary
    @SuppressWarnings("unchecked")
    LimitedSessions<Session> limitedSessions(JdbcIndexedSessionRepository sessions, Clock clock) {
        return new LimitedSessions<>((SessionRepository<Session>) (SessionRepository<?>) sessions, clock);
    }

    @Bean
    SessionIds sessionIds(ServerProperties server) {
        Cookie settings = server.getServlet().getSession().getCookie();
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.getName());
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(!Boolean.FALSE.equals(settings.getSecure()));
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        // The secret is made of letters and digits already.
        cookie.setUseBase64Encoding(false);
        return new SessionIds(cookie);
    }
}
