package ca.releve.account;

import ca.releve.shared.RecordRowMapper;
import ca.releve.web.ClientAddress;
import ca.releve.web.session.SignInTime;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The sessions of an account, in all browsers and on all instances.
 *
 * <p>Uses the table of Spring Session and not its repository, which would deserialize each session and delete it in a
 * transaction of its own: a new password and the end of the old sessions are one transaction (AUTH-10).
 *
 * <p>A sign-in with the old password may be under way and its session not stored yet. So the account counts how often its
 * sessions were ended; a session that began before the last time is over.
 */
@Component
public class SessionsOfAccount {

    /** Condition of a session that has not expired; its parameters are {@link #openAt}. */
    public static final String OPEN = "last_access_time > :usedAfter and coalesce(signed_in_at > :begunAfter, true)";

    private static final int MOST_SHOWN = 25;

    private static final int LONGEST_USER_AGENT = 400;

    /** Attribute of a session that continued when the others were ended: the count at that time. */
    private static final String WENT_ON = SessionsOfAccount.class.getName() + ".wentOn";

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionsOfAccount(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores the time, address and browser of a sign-in, at its first request. */
    void noteTheFirstClick(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (SignInTime.of(session).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        SignInTime.set(session, now);
        String browser = request.getHeader("User-Agent");
        jdbc.sql("update spring_session set signed_in_at = ?, user_agent = ?, address = ? where session_id = ?")
                .params(
                        Timestamp.from(now),
                        browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST_USER_AGENT)),
                        ClientAddress.of(request),
                        session.getId())
                .update();
    }

    public static Map<String, ?> openAt(Instant now) {
        return Map.of(
                "usedAfter",
                now.minus(SecurityNumbers.SESSION_IDLE).toEpochMilli(),
                "begunAfter",
                Timestamp.from(now.minus(SecurityNumbers.SESSION_ABSOLUTE)));
    }

    /** The sessions that have not expired, the last used first. */
    public List<SessionRow> of(UUID accountId, HttpSession mine) {
        return jdbc.sql("""
                        select primary_id::uuid as reference, session_id = :mine as mine, user_agent, address,
                               signed_in_at as since, to_timestamp(last_access_time / 1000.0) as last_use
                          from spring_session
                         where principal_name = :account and signed_in_at is not null and %s
                         order by session_id = :mine desc, last_access_time desc
                         limit :most
                        """.formatted(OPEN))
                .param("mine", mine.getId())
                .param("account", accountId.toString())
                .params(openAt(clock.instant()))
                .param("most", MOST_SHOWN)
                .query(RecordRowMapper.of(SessionRow.class))
                .list();
    }

    /**
     * @param presentSession id of the session that continues, which is ended by signing out
     * @return whether there was one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID accountId, UUID reference, String presentSession) {
        return jdbc.sql("delete from spring_session where principal_name = ? and primary_id = ? and session_id <> ?")
                        .params(accountId.toString(), reference.toString(), presentSession)
                        .update()
                > 0;
    }

    /**
     * @param presentSession id of the session that continues
     * @return how many were ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endOthers(UUID accountId, String presentSession) {
        int times = count(accountId);
        goOn(times);
        return jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(accountId.toString(), presentSession)
                .update();
    }

    /** @return how many there were */
    @Transactional(propagation = Propagation.MANDATORY)
    public int end(UUID accountId) {
        count(accountId);
        return jdbc.sql("delete from spring_session where principal_name = ?")
                .param(accountId.toString())
                .update();
    }

    /** Whether the absolute limit of the session of this request has passed (WEB-03). */
    boolean isTooOld(HttpServletRequest request) {
        return SignInTime.isTooLongAgo(request.getSession(), clock.instant());
    }

    /** How often the sessions had been ended when this one began, or when it last continued. */
    static int endedBefore(AccountPrincipal principal, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(WENT_ON) instanceof Integer times
                ? Math.max(times, principal.sessionsEnded())
                : principal.sessionsEnded();
    }

    private int count(UUID accountId) {
        return jdbc.sql("update account set sessions_ended = sessions_ended + 1 where id = ? returning sessions_ended")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    private static void goOn(int times) {
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getSession()
                .setAttribute(WENT_ON, times);
    }

    /**
     * A session as the user sees it.
     *
     * @param reference names the session in pages; gives no access
     * @param mine whether it is the session of the request
     * @param userAgent header of the browser
     */
    public record SessionRow(
            UUID reference, boolean mine, String userAgent, String address, Instant since, Instant lastUse) {}
}
