package ca.releve.account;

import ca.releve.web.ClientAddress;
import ca.releve.web.SecurityNumbers;
import ca.releve.web.SignedInSince;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * The sessions of one person, in all browsers and on all instances.
 *
 * <p>Reads and ends them in the table of Spring Session rather than through its repository, which would unpack each of them,
 * and end them in a transaction of its own: a new password and the end of the old sessions come together or not at all
 * (AUTH-10).
 *
 * <p>Somebody may be signing in at that moment with the old password, whose session is not hers yet. So the account counts how
 * often its sessions were ended, and a session is over that began to be opened before the last time.
 */
@Component
public class SessionsOfAccount {

    /** Condition of a row of {@code spring_session} that still opens the door; its parameters are {@link #openAt}. */
    public static final String OPEN = "last_access_time > :usedAfter and coalesce(signed_in_at > :begunAfter, true)";

    /** As many as anybody could tell apart. */
    private static final int MOST_SHOWN = 25;

    private static final int LONGEST_USER_AGENT = 400;

    /** Attribute of a session that went on when the others were ended: how often that was. */
    private static final String WENT_ON = SessionsOfAccount.class.getName() + ".wentOn";

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionsOfAccount(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes since when, from where and with which browser she is here; at the first click after whichever way in. */
    void noteTheFirstClick(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (SignedInSince.of(session).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        SignedInSince.remember(session, now);
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

    /** Those that still open the door and whose browser is known, the last used first. */
    public List<Line> of(UUID accountId, HttpSession mine) {
        return jdbc.sql("""
                        select primary_id, session_id = :mine as mine, user_agent, address, signed_in_at, last_access_time
                          from spring_session
                         where principal_name = :account and signed_in_at is not null and %s
                         order by session_id = :mine desc, last_access_time desc
                         limit :most
                        """.formatted(OPEN))
                .param("mine", mine.getId())
                .param("account", accountId.toString())
                .params(openAt(clock.instant()))
                .param("most", MOST_SHOWN)
                .query(SessionsOfAccount::read)
                .list();
    }

    /**
     * @param presentSession id of the session that goes on, which is ended by signing out
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
     * @param presentSession id of the session that goes on
     * @return how many there were
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

    /** Whether nobody has ended it since this request began. */
    boolean isThere(HttpSession mine) {
        return jdbc.sql("select exists (select 1 from spring_session where session_id = ?)")
                .param(mine.getId())
                .query(Boolean.class)
                .single();
    }

    /** How often the sessions of an account had been ended when this one of it began, or went on when the others ended. */
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

    /** Forgets those that are over because nobody uses them. */
    @Transactional
    public void forgetUnused() {
        jdbc.sql("delete from spring_session where last_access_time < ?")
                .param(clock.instant().minus(SecurityNumbers.SESSION_IDLE).toEpochMilli())
                .update();
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        return new Line(
                UUID.fromString(row.getString("primary_id")),
                row.getBoolean("mine"),
                row.getString("user_agent"),
                row.getString("address"),
                row.getTimestamp("signed_in_at").toInstant(),
                Instant.ofEpochMilli(row.getLong("last_access_time")));
    }

    /**
     * A session as its person sees it.
     *
     * @param reference names the session in pages; opens nothing
     * @param mine whether it is the one that asks
     * @param userAgent what the browser said of itself
     */
    public record Line(
            UUID reference, boolean mine, String userAgent, String address, Instant since, Instant lastUse) {}
}
