package ca.releve.account.self;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody signed in: a moment that she does not know of is the first that she sees of a thief. */
@Component
class SignIns {

    private final JdbcClient jdbc;

    SignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param begin when the present session began: all of its own factors were given after that
     * @return empty if she had never signed in, or longer ago than security events are kept
     */
    Optional<Instant> lastBefore(Instant begin, UUID accountId) {
        return jdbc.sql("""
                        select at from security_event
                         where account_id = ? and event = 'authn_login_success' and at < ?
                         order by at desc, id desc
                         limit 1
                        """)
                .params(accountId, Timestamp.from(begin))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
