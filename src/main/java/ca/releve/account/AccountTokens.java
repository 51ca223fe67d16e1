package ca.releve.account;

import ca.releve.web.Secret;
import ca.releve.web.SecurityNumbers;
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
 * The tokens of mailed links (AUTH-06, AUTH-07). One is asked for with the change that it belongs to, made when its mail
 * leaves, and taken away by its use; in between only its SHA-256 is kept, so that nobody who reads the database can follow
 * the link.
 */
@Component
public class AccountTokens {

    /** What a token opens, and for how long after it was asked for. */
    public enum Purpose {
        /** Confirms an account. */
        CONFIRMATION(SecurityNumbers.CONFIRMATION_LIFETIME),
        /** Lets the person choose a new password. */
        PASSWORD_RESET(SecurityNumbers.RESET_LIFETIME),
        /** Says from the mailbox of the account that its address may change. */
        EMAIL_CHANGE_OLD(SecurityNumbers.EMAIL_CHANGE_LIFETIME),
        /** Says from the new mailbox that it is the person's. */
        EMAIL_CHANGE_NEW(SecurityNumbers.EMAIL_CHANGE_LIFETIME),
        /** Lets a member of the staff add her first passkey. */
        PASSKEY(SecurityNumbers.PASSKEY_LINK_LIFETIME);

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /** A token that was asked for. */
    public record Requested(UUID id, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks for a token, and puts the earlier one of the same account and purpose out of use. */
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
     * Makes the token of a link that is about to be mailed; a mail that is sent once more gets a new one.
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

    /** @return the account that the link is for; empty if the token opens nothing (any more) for this purpose */
    public Optional<UUID> find(String token, Purpose purpose) {
        return jdbc.sql("select account_id from account_token where token_hash = ? and purpose = ? and expires_at > ?")
                .params(Secret.hash(token), purpose.name(), now())
                .query(UUID.class)
                .optional();
    }

    /** The link that a token belongs to: its id says which it was, and opens nothing. */
    public Optional<UUID> idOf(String token, Purpose purpose) {
        return jdbc.sql("select id from account_token where token_hash = ? and purpose = ? and expires_at > ?")
                .params(Secret.hash(token), purpose.name(), now())
                .query(UUID.class)
                .optional();
    }

    /** @return the account of a link whose token was shown before; empty if it opens nothing (any more) */
    public Optional<UUID> accountOf(UUID tokenId, Purpose purpose) {
        return jdbc.sql("select account_id from account_token where id = ? and purpose = ? and expires_at > ?")
                .params(tokenId, purpose.name(), now())
                .query(UUID.class)
                .optional();
    }

    /** Like {@link #accountOf}, and the link opens nothing from now on: of several at once, one gets the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> consume(UUID tokenId, Purpose purpose) {
        return jdbc.sql("""
                        delete from account_token where id = ? and purpose = ? and expires_at > ?
                        returning account_id
                        """)
                .params(tokenId, purpose.name(), now())
                .query(UUID.class)
                .optional();
    }

    /** Like {@link #find}, and the token opens nothing from now on: of several at once, one gets the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> consume(String token, Purpose purpose) {
        return jdbc.sql("""
                        delete from account_token where token_hash = ? and purpose = ? and expires_at > ?
                        returning account_id
                        """)
                .params(Secret.hash(token), purpose.name(), now())
                .query(UUID.class)
                .optional();
    }

    /** Puts the links of these purposes out of use; the newest mail does not bring them back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID accountId, Purpose... purposes) {
        for (Purpose purpose : purposes) {
            jdbc.sql("delete from account_token where account_id = ? and purpose = ?")
                    .params(accountId, purpose.name())
                    .update();
        }
    }

    /** Whether the link of this token could still be mailed: it was not used, superseded, nor has it expired. */
    public boolean isOpen(UUID tokenId) {
        return jdbc.sql("select exists (select 1 from account_token where id = ? and expires_at > ?)")
                .params(tokenId, now())
                .query(Boolean.class)
                .single();
    }

    /** Removes the tokens that have expired. */
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
