package ca.releve.web;

import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are kept in PostgreSQL, and found again. */
@Configuration(proxyBeanMethods = false)
class SessionConfig {

    /** Two first requests of one session at once would otherwise meet in a duplicate key and a 500. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
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
