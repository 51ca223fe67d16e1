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
     * The sign-in before the one that the present session began with; a factor that was given once more is none.
     *
     * @param since when somebody who had signed in first came to this session: her own sign-in is the last one until then
     * @return empty if she had never signed in, or longer ago than security events are kept
     */
    Optional<Instant> before(Instant since, UUID accountId) {
        return jdbc.sql("""
                        select at from security_event
                         where account_id = ? and event = 'authn_login_success' and facts = '' and at <= ?
                         order by at desc, id desc
                         offset 1 limit 1
                        """)
                .params(accountId, Timestamp.from(since))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
