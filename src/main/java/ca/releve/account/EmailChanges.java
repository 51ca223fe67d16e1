package ca.releve.account;

import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.EmailChange.Mailbox;
import ca.releve.format.EmailAddress;
import ca.releve.shared.RecordRowMapper;
import ca.releve.web.settings.SecurityNumbers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the changes of address that wait for the answer of a mailbox. */
@Component
public class EmailChanges {

    private static final String COLUMNS = """
            account_id, email, email_canonical, expires_at,
            old_confirmed_at is not null as old_confirmed, new_confirmed_at is not null as new_confirmed""";

    private final AccountTokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;

    EmailChanges(AccountTokens tokens, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return empty if none waits or its links have expired */
    public Optional<EmailChange> find(UUID accountId) {
        return jdbc.sql("select %s from email_change where account_id = ? and expires_at > ?".formatted(COLUMNS))
                .params(accountId, now())
                .query(RecordRowMapper.of(EmailChange.class))
                .optional();
    }

    /** Begins a change; replaces the one that waited. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID accountId, EmailAddress wanted, Instant expiresAt) {
        jdbc.sql("""
                        insert into email_change (account_id, email, email_canonical, expires_at, wrong_passwords)
                        values (?, ?, ?, ?, 0)
                        on conflict (account_id) do update
                           set email = excluded.email, email_canonical = excluded.email_canonical,
                               expires_at = excluded.expires_at, old_confirmed_at = null, new_confirmed_at = null,
                               wrong_passwords = 0
                        """)
                .params(accountId, wanted.original(), wanted.canonical(), Timestamp.from(expiresAt))
                .update();
    }

    /**
     * Counts an attempt before its password is checked, as wrong until {@link #confirm}: parallel attempts are counted too.
     *
     * @return false if none is left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeTry(UUID accountId) {
        return jdbc.sql("""
                        update email_change set wrong_passwords = wrong_passwords + 1
                         where account_id = ? and wrong_passwords < ?
                        """)
                        .params(accountId, SecurityNumbers.EMAIL_CHANGE_WRONG_PASSWORDS)
                        .update()
                == 1;
    }

    /** Whether another attempt is left. */
    public boolean hasTry(UUID accountId) {
        return jdbc.sql("select exists (select 1 from email_change where account_id = ? and wrong_passwords < ?)")
                .params(accountId, SecurityNumbers.EMAIL_CHANGE_WRONG_PASSWORDS)
                .query(Boolean.class)
                .single();
    }

    /** Stores the answer of a mailbox. Two answers at once run one after the other, and the second one sees the first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<EmailChange> confirm(UUID accountId, Mailbox mailbox) {
        return jdbc.sql("""
                        update email_change
                           set old_confirmed_at = case when :old then :now else old_confirmed_at end,
                               new_confirmed_at = case when :old then new_confirmed_at else :now end,
                               wrong_passwords = 0
                         where account_id = :account and expires_at > :now
                        returning %s
                        """.formatted(COLUMNS))
                .param("old", mailbox == Mailbox.OLD)
                .param("now", now())
                .param("account", accountId)
                .query(RecordRowMapper.of(EmailChange.class))
                .optional();
    }

    /**
     * Ends the change of an account and makes its two links invalid.
     *
     * @return whether there was one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID accountId) {
        tokens.forget(accountId, Purpose.EMAIL_CHANGE_OLD, Purpose.EMAIL_CHANGE_NEW);
        return jdbc.sql("delete from email_change where account_id = ?")
                        .param(accountId)
                        .update()
                > 0;
    }

    /** Deletes those whose links have expired, and with them the addresses that were wanted. */
    @Transactional
    int forgetExpired() {
        return jdbc.sql("delete from email_change where expires_at <= ?")
                .param(now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
