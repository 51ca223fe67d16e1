package ca.releve.account.self;

import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes of address that wait for their mailboxes, as whoever closes or wins back an account sees them: they end. */
@Component
public class WaitingEmailChanges {

    private final EmailChanges changes;
    private final AccountTokens tokens;
    private final Clock clock;

    WaitingEmailChanges(EmailChanges changes, AccountTokens tokens, Clock clock) {
        this.changes = changes;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Ends the change of this account, whose two links open nothing any more.
     *
     * @return whether there was one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID accountId) {
        tokens.forget(accountId, Purpose.EMAIL_CHANGE_OLD, Purpose.EMAIL_CHANGE_NEW);
        return changes.end(accountId) > 0;
    }

    /** Forgets those that were never answered, and with them the addresses that were wanted. */
    @Transactional
    public int forgetExpired() {
        return changes.endExpired(clock.instant());
    }
}
