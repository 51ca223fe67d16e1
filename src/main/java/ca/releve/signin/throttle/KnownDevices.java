package ca.releve.signin.throttle;

import ca.releve.shared.Secret;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/**
 * The browsers from which a user has signed in to an account (ABU-02). The cookie of such a browser grants no access; attempts
 * from other browsers do not lock it out. One browser may be known to several accounts, as a shared computer is.
 */
@Component
public class KnownDevices {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean secure;

    KnownDevices(JdbcClient jdbc, Clock clock, ServerProperties server) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.secure = !Boolean.FALSE.equals(
                server.getServlet().getSession().getCookie().getSecure());
    }

    /** @return the hash of the device cookie, whether an account knows it or not; empty without a cookie */
    Optional<byte[]> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::hash);
    }

    /** Makes this browser known to the account. */
    @Transactional
    public void remember(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        write(accountId, null, request, response);
    }

    /**
     * Makes this browser known to the account after a sign-in with a password.
     *
     * @return whether a passkey is to be offered, which this call notes: true once for each account and browser
     */
    @Transactional
    public boolean rememberAndOfferPasskey(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        return write(accountId, Timestamp.from(clock.instant()), request, response);
    }

    /** Notes that no passkey needs to be offered here, since there is one. */
    @Transactional
    public void offerNoPasskey(UUID accountId, HttpServletRequest request) {
        of(request).ifPresent(hash -> jdbc.sql(
                        "update known_device set passkey_offered_at = ? where device_hash = ? and account_id = ?")
                .params(Timestamp.from(clock.instant()), hash, accountId)
                .update());
    }

    /**
     * @param offered when a passkey is offered; null if it is not
     * @return whether none was offered to the account here before
     */
    private boolean write(UUID accountId, Timestamp offered, HttpServletRequest request, HttpServletResponse response) {
        // A value that was not made here could be one that others know.
        Cookie shown = WebUtils.getCookie(request, cookieName());
        String secret = shown != null && isOurs(Secret.hash(shown.getValue())) ? shown.getValue() : Secret.fresh();
        boolean first = jdbc.sql("""
                        insert into known_device as d (device_hash, account_id, last_used_at, passkey_offered_at)
                        values (:hash, :account, :now, :offered)
                        on conflict on constraint known_device_once do update
                           set last_used_at = excluded.last_used_at,
                               passkey_offered_at = coalesce(d.passkey_offered_at, excluded.passkey_offered_at)
                        returning old.passkey_offered_at is null
                        """)
                .param("hash", Secret.hash(secret))
                .param("account", accountId)
                .param("now", Timestamp.from(clock.instant()))
                .param("offered", offered, Types.TIMESTAMP)
                .query(Boolean.class)
                .single();
        jdbc.sql("""
                        delete from known_device
                         where account_id = :account and device_hash in (
                               select device_hash from known_device where account_id = :account
                                order by last_used_at desc offset :most)
                        """)
                .param("account", accountId)
                .param("most", SecurityNumbers.DEVICES_PER_ACCOUNT)
                .update();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookieName(), secret)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(SecurityNumbers.DEVICE_KNOWN)
                        .build()
                        .toString());
        return first;
    }

    /** Forgets all browsers of an account: one of them may belong to an attacker. */
    @Transactional
    public void forget(UUID accountId) {
        jdbc.sql("delete from known_device where account_id = ?")
                .param(accountId)
                .update();
    }

    /** Deletes the browsers without a sign-in for {@link SecurityNumbers#DEVICE_KNOWN}. */
    @Transactional
    int forgetOld() {
        return jdbc.sql("delete from known_device where last_used_at < ?")
                .param(Timestamp.from(clock.instant().minus(SecurityNumbers.DEVICE_KNOWN)))
                .update();
    }

    /** Whether the user of an active account has signed in with the browser of this request. */
    public boolean isKnown(HttpServletRequest request) {
        return of(request)
                .filter(hash -> jdbc.sql("""
                        select exists (select 1 from known_device d join account a on a.id = d.account_id
                                        where d.device_hash = ? and a.state = 'ACTIVE')
                        """).param(hash).query(Boolean.class).single())
                .isPresent();
    }

    /** Whether any user has signed in with it. */
    private boolean isOurs(byte[] hash) {
        return jdbc.sql("select exists (select 1 from known_device where device_hash = ?)")
                .param(hash)
                .query(Boolean.class)
                .single();
    }

    private String cookieName() {
        return secure ? "__Host-APPAREIL" : "APPAREIL";
    }
}
