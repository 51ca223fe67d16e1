package ca.releve.web.session;

import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions are stored in PostgreSQL and found again. They expire by {@code spring.session.timeout} (WEB-03). */
@Configuration(proxyBeanMethods = false)
class SessionConfig {

    /** Without it, two first requests of one session at once would end in a duplicate key and a 500. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    static SessionReads sessionReads() {
        return new SessionReads();
    }

    /** Puts {@link RequestSessionRepository} between Spring Session's filter and its table. */
    @Bean
    static BeanPostProcessor sessionsReadOnceARequest(
            ObjectProvider<JdbcIndexedSessionRepository> stored,
            ObjectProvider<SessionReads> reads,
            ObjectProvider<SessionIds> ids) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof SessionRepositoryFilter)) {
                    return bean;
                }
                SessionRepositoryFilter<MinuteSession> filter = new SessionRepositoryFilter<>(
                        new RequestSessionRepository<>(stored.getObject(), reads.getObject()));
                filter.setHttpSessionIdResolver(ids.getObject());
                return filter;
            }
        };
    }

    /** A session is read by one statement and needs no transaction for it; it is changed in one of its own. */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        TransactionTemplate changes = new TransactionTemplate(transactions);
        changes.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> reading) {
                return TransactionOperations.withoutTransaction().execute(reading);
            }

            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> change) {
                changes.executeWithoutResult(change);
            }
        };
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
