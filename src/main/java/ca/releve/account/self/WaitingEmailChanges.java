package ca.releve.account.self;

import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.Forgetting;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    int forgetExpired() {
        return changes.endExpired(clock.instant());
    }

    @Configuration(proxyBeanMethods = false)
    static class ForgettingExpired {

        /** A change holds an address that is nobody's business once its links are dead. */
        @Bean
        Task<Void> forgettingOfEmailChanges(WaitingEmailChanges emailChanges) {
            return Forgetting.often("forgetting-of-email-changes", emailChanges::forgetExpired);
        }
    }
}
