package ca.releve.account;

import ca.releve.shared.Secret;
import ca.releve.web.settings.SecurityNumbers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens of mailed links (AUTH-06, AUTH-07). A token is requested in the transaction of a change, made when its mail is sent
 * and deleted by its use. Only its SHA-256 is stored, so that the database gives access to no link.
 */
@Component
public class AccountTokens {

    /** What a link does, and how long it is valid after the request. */
    public enum Purpose {
        /** Confirms an account. */
        CONFIRMATION(SecurityNumbers.CONFIRMATION_LIFETIME),
        /** Lets the person choose a new password. */
        PASSWORD_RESET(SecurityNumbers.RESET_LIFETIME),
        /** Answers a change of address from the present mailbox. */
        EMAIL_CHANGE_OLD(SecurityNumbers.EMAIL_CHANGE_LIFETIME),
        /** Answers a change of address from the wanted mailbox. */
        EMAIL_CHANGE_NEW(SecurityNumbers.EMAIL_CHANGE_LIFETIME),
        /** Lets a member of the staff add a first passkey. */
        PASSKEY(SecurityNumbers.PASSKEY_LINK_LIFETIME);

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /** A requested token. */
    public record Requested(UUID id, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Requests a token; the earlier one of the same account and purpose becomes invalid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Requested request(UUID accountId, Purpose purpose) {
        Instant now = clock.instant();
        Requested requested =
                new Requested(UuidVersion7Strategy.INSTANCE.generateUuid(null), now.plus(purpose.lifetime));
        jdbc.sql("""
                        insert into account_token (id, account_id, purpose, created_at, expires_at) values (?, ?, ?, ?, ?)
                        on conflict on constraint account_token_newest_only do update
                           set id = excluded.id, token_hash = null,
                               created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .params(
                        requested.id(),
                        accountId,
                        purpose.name(),
                        Timestamp.from(now),
                        Timestamp.from(requested.expiresAt()))
                .update();
        return requested;
    }

    /**
     * Makes the token of a link that is about to be mailed; a mail that is sent again gets a new one.
     *
     * @return 256 random bits in base64url; empty if the link was superseded, used or has expired
     */
    @Transactional
    public Optional<String> issue(UUID tokenId) {
        String token = Secret.fresh();
        int made = jdbc.sql("update account_token set token_hash = ? where id = ? and expires_at > ?")
                .params(Secret.hash(token), tokenId, now())
                .update();
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    /** @return the account of the link; empty if the token is invalid for this purpose */
    public Optional<UUID> find(String token, Purpose purpose) {
        return id(
                "select account_id from account_token where token_hash = ? and purpose = ? and expires_at > ?",
                Secret.hash(token),
                purpose);
    }

    /** The id of a link, which gives no access. */
    public Optional<UUID> idOf(String token, Purpose purpose) {
        return id(
                "select id from account_token where token_hash = ? and purpose = ? and expires_at > ?",
                Secret.hash(token),
                purpose);
    }

    /** @return the account of a link whose token was shown before; empty if it has become invalid */
    public Optional<UUID> accountOf(UUID tokenId, Purpose purpose) {
        return id(
                "select account_id from account_token where id = ? and purpose = ? and expires_at > ?",
                tokenId,
                purpose);
    }

    /** Like {@link #accountOf}, and uses the link up: of several requests at once, one gets the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> consume(UUID tokenId, Purpose purpose) {
        return id(
                "delete from account_token where id = ? and purpose = ? and expires_at > ? returning account_id",
                tokenId,
                purpose);
    }

    /** Like {@link #find}, and uses the link up: of several requests at once, one gets the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> consume(String token, Purpose purpose) {
        return id(
                "delete from account_token where token_hash = ? and purpose = ? and expires_at > ? returning account_id",
                Secret.hash(token),
                purpose);
    }

    private Optional<UUID> id(String sql, Object key, Purpose purpose) {
        return jdbc.sql(sql)
                .params(key, purpose.name(), now())
                .query(UUID.class)
                .optional();
    }

    /** Makes the links of these purposes invalid, also those whose mail is not sent yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID accountId, Purpose... purposes) {
        for (Purpose purpose : purposes) {
            jdbc.sql("delete from account_token where account_id = ? and purpose = ?")
                    .params(accountId, purpose.name())
                    .update();
        }
    }

    /** Whether the link can still be mailed. */
    public boolean isOpen(UUID tokenId) {
        return jdbc.sql("select exists (select 1 from account_token where id = ? and expires_at > ?)")
                .params(tokenId, now())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public int forgetExpired() {
        return jdbc.sql("delete from account_token where expires_at <= ?")
                .param(now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
