package ca.releve.account;

import ca.releve.web.ClientAddress;
import ca.releve.web.RequestId;
import ca.releve.web.settings.SecurityNumbers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records security events in the words of the OWASP Logging Vocabulary (ABU-08): as a line of the log, as a row that the
 * staff read, and as a count. Takes ids and network addresses, never a password, a token or typed text.
 *
 * <p>The row is written in the transaction of the change, and is rolled back with it; the line of the log and the count stay.
 */
@Component
public class SecurityLog {

    private static final Logger log = LoggerFactory.getLogger("ca.releve.security");

    private static final int LONGEST_VALUE = 200;

    private static final String ADD = """
            insert into security_event (id, at, event, account_id, client_id, address, request_id, facts)
            values (:id, :at, :event, :account,
                    (select m.client_id from account a join client_manager m on m.id = a.client_manager_id
                      where a.id = :account),
                    :address, :request, :facts)
            """;

    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final Clock clock;

    SecurityLog(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.clock = clock;
    }

    /** The metric that counts the events of a word; it says nothing of accounts. */
    public static Counter counter(MeterRegistry meters, String event) {
        return Counter.builder("releve.security.events")
                .description("Security events by the word of the vocabulary")
                .tag("event", event)
                .register(meters);
    }

    /**
     * @param event word of the vocabulary, for example {@code authn_login_fail}
     * @param accountId the account concerned; null for none
     * @param facts names and values in turn: {@code "reason", "locked"}
     */
    public void record(String event, UUID accountId, Object... facts) {
        HttpServletRequest request = request();
        String address = request == null ? null : ClientAddress.of(request);
        String requestId = request == null ? null : RequestId.of(request);
        StringBuilder said = new StringBuilder();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            said.append(i == 0 ? "" : " ").append(facts[i]).append('=').append(oneWord(facts[i + 1]));
        }
        log.info(
                "{} account={}{}{}{}",
                event,
                accountId == null ? "unknown" : accountId,
                said.isEmpty() ? "" : " " + said,
                address == null ? "" : " address=" + address,
                requestId == null ? "" : " request=" + requestId);
        counter(meters, event).increment();
        try {
            jdbc.sql(ADD)
                    .param("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                    .param("at", Timestamp.from(clock.instant()))
                    .param("event", event)
                    .param("account", accountId, java.sql.Types.OTHER)
                    .param("address", address)
                    .param("request", requestId)
                    .param("facts", said.toString())
                    .update();
        } catch (DataAccessException away) {
            log.warn(
                    "The event {} stands in this log only: {}",
                    event,
                    away.getClass().getSimpleName());
        }
    }

    /**
     * The sign-in before the one that a session began with; a factor that was given once more is none.
     *
     * @param since beginning of the session
     * @return empty if there was none, or longer ago than events are kept
     */
    public Optional<Instant> previousSignIn(Instant since, UUID accountId) {
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

    /** Deletes the events that are older than {@link SecurityNumbers#SECURITY_EVENTS_KEPT}. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from security_event where at < ?")
                .param(Timestamp.from(clock.instant().minus(SecurityNumbers.SECURITY_EVENTS_KEPT)))
                .update();
    }

    private static HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    /** A value cannot end its line nor pretend to be the next fact. */
    private static String oneWord(Object value) {
        String text = String.valueOf(value).replaceAll("[\\s\\p{Z}\\p{C}=]", "_");
        return text.substring(0, Math.min(text.length(), LONGEST_VALUE));
    }
}
