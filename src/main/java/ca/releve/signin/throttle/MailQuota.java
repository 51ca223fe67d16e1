package ca.releve.signin.throttle;

import ca.releve.account.SecurityLog;
import ca.releve.web.ClientAddress;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Limits the mails that requests without a sign-in cause (ABU-04). Over a limit the answer is the same, and no mail is sent. */
@Component
public class MailQuota {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Limits limits;
    private final SecurityLog log;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailQuota(Limits limits, SecurityLog log, JdbcClient jdbc, Clock clock) {
        this.limits = limits;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a request that may cause a mail, by network. To be called before the transaction of the change begins.
     *
     * @return false if the limit of the network is used up: then nothing must change
     */
    public boolean mayAsk(HttpServletRequest request) {
        return limits.take(Limit.MAIL_FROM_ADDRESS, ClientAddress.network(request))
                .isEmpty();
    }

    /**
     * Takes one of the hourly mails of an account, for a mail with a link.
     *
     * @return false if there is none left; then the link that was mailed last must stay valid
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeForLink(UUID accountId) {
        return take(accountId, false, SecurityNumbers.MAILS_PER_ACCOUNT);
    }

    /**
     * Like {@link #takeForLink}, for a user who has given the password of the account. The limit is higher, so that requests
     * of others do not use it up (ABU-02).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeForOwner(UUID accountId) {
        return take(accountId, false, SecurityNumbers.MAILS_PER_OWNER);
    }

    /** Like {@link #takeForLink}, for a mail without a link: one an hour, so that the others are left for links. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeForNotice(UUID accountId) {
        return take(accountId, true, SecurityNumbers.MAILS_PER_ACCOUNT);
    }

    private boolean take(UUID accountId, boolean notice, int most) {
        Instant now = clock.instant();
        Timestamp toldAt = notice ? Timestamp.from(now) : null;
        boolean taken = jdbc.sql("""
                        insert into mail_quota as q (account_id, sent, told_at)
                        values (:account, array[:now::timestamptz], :told::timestamptz)
                        on conflict (account_id) do update
                           set sent = array(select s from unnest(q.sent) s where s > :since) || :now::timestamptz,
                               told_at = coalesce(excluded.told_at, q.told_at)
                         where (select count(*) from unnest(q.sent) s where s > :since) < :most
                           and (excluded.told_at is null or q.told_at is null or q.told_at <= :since)
                        """)
                        .param("account", accountId)
                        .param("now", Timestamp.from(now))
                        .param("told", toldAt)
                        .param("since", Timestamp.from(now.minus(WINDOW)))
                        .param("most", most)
                        .update()
                == 1;
        if (!taken) {
            logOnceAnHour(accountId, now);
        }
        return taken;
    }

    private void logOnceAnHour(UUID accountId, Instant now) {
        int first = jdbc.sql("""
                        update mail_quota set refused_at = :now
                         where account_id = :account and (refused_at is null or refused_at <= :since)
                        """)
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(WINDOW)))
                .update();
        if (first == 1) {
            log.record("excess_rate_limit_exceeded", accountId, "limit", "MAILS_TO_ACCOUNT");
        }
    }
}
