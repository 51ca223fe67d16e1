package ca.releve.account.limit;

import ca.releve.account.SecurityLog;
import ca.releve.web.ClientAddress;
import ca.releve.web.SecurityNumbers;
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

/**
 * Keeps mailboxes from being flooded by whoever knows an address (ABU-04). Whoever is over a limit gets the answer that she
 * would get otherwise, and no mail.
 */
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
     * Counts a request that may end in a mail, by where it comes from. To be asked before the change's transaction begins.
     *
     * @return false if too many came from there: then nothing is to happen
     */
    public boolean mayAsk(HttpServletRequest request) {
        return limits.take(Limit.MAIL_FROM_ADDRESS, ClientAddress.network(request))
                .isEmpty();
    }

    /**
     * Takes one of the mails that this account may be sent in an hour, for a mail with a link that does something.
     *
     * @return false if there is none left; then the link that was mailed last must go on working
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeForLink(UUID accountId) {
        return take(accountId, false, SecurityNumbers.MAILS_PER_ACCOUNT);
    }

    /**
     * Like {@link #takeForLink}, for whoever has shown the password of the account: what strangers ask for in her name leaves
     * her as many again, or they could keep her out (ABU-02).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeForOwner(UUID accountId) {
        return take(accountId, false, SecurityNumbers.MAILS_PER_OWNER);
    }

    /** Like {@link #takeForLink}, for a mail that only tells something: one of them, so that the others are left for links. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeForNews(UUID accountId) {
        return take(accountId, true, SecurityNumbers.MAILS_PER_ACCOUNT);
    }

    private boolean take(UUID accountId, boolean news, int most) {
        Instant now = clock.instant();
        Timestamp toldAt = news ? Timestamp.from(now) : null;
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
            tellOnceAnHour(accountId, now);
        }
        return taken;
    }

    private void tellOnceAnHour(UUID accountId, Instant now) {
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
