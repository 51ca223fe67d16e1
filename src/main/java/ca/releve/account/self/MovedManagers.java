package ca.releve.account.self;

import ca.releve.account.Account;
import ca.releve.account.AccountNews.EmailChangedByServiceFrom;
import ca.releve.account.AccountNews.EmailChangedByServiceTo;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.passkey.Passkeys;
import ca.releve.client.AccessGranted;
import ca.releve.client.ClientManagers;
import ca.releve.client.ManagerMoved;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps accounts at the addresses that the service knows, since only its list leads to one (AUTH-03): when the staff write
 * another address for a manager, for example because she has lost her mailbox, her account follows at once. The service
 * vouches for the new mailbox and for nothing else: former sessions, links, password and passkeys open nothing any more.
 */
@Component
class MovedManagers {

    private final Accounts accounts;
    private final ClientManagers managers;
    private final AccountTokens tokens;
    private final WaitingEmailChanges emailChanges;
    private final SessionsOfAccount sessions;
    private final Passkeys passkeys;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;

    /** Of a password that nobody has ever seen; hashed once, since a hash takes longer than a change may hold a connection. */
    private final String nobodysPassword;

    MovedManagers(
            Accounts accounts,
            ClientManagers managers,
            AccountTokens tokens,
            WaitingEmailChanges emailChanges,
            SessionsOfAccount sessions,
            Passkeys passkeys,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            SecurityLog log) {
        this.accounts = accounts;
        this.managers = managers;
        this.tokens = tokens;
        this.emailChanges = emailChanges;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.events = events;
        this.log = log;
        this.nobodysPassword = passwords.encode(UUID.randomUUID().toString() + UUID.randomUUID());
    }

    @EventListener
    void on(ManagerMoved news) {
        accounts.findByClientManagerId(news.managerId()).ifPresent(account -> {
            boolean elsewhere = !news.to().canonical().equals(account.emailCanonical());
            if (!elsewhere) {
                account.move(news.to());
            } else if (account.state() == Account.State.UNCONFIRMED) {
                forget(account, news);
            } else {
                move(account, news);
            }
        });
    }

    /** Whoever created it held the former mailbox, if anybody: the new one's person begins anew. */
    private void forget(Account account, ManagerMoved news) {
        endLinks(account);
        accounts.delete(account);
        log.record("user_deleted", account.id(), "state", account.state());
        // Whoever would be told at the door that the service does not know her is not invited to it.
        managers.findWelcome(news.to().canonical()).map(AccessGranted::to).ifPresent(events::publishEvent);
    }

    private void move(Account account, ManagerMoved news) {
        Addressee before = Addressee.of(account);
        account.move(news.to());
        // The link of « Mot de passe oublié » makes another.
        account.changePassword(nobodysPassword);
        endLinks(account);
        passkeys.forget(account.id());
        sessions.end(account.id());
        log.record("user_updated", account.id(), "field", "email", "step", "by-service");
        if (account.state() == Account.State.ACTIVE
                && managers.findWelcome(news.to().canonical()).isPresent()) {
            events.publishEvent(new EmailChangedByServiceFrom(before));
            events.publishEvent(new EmailChangedByServiceTo(Addressee.of(account)));
        }
    }

    private void endLinks(Account account) {
        tokens.forget(account.id(), Purpose.values());
        emailChanges.end(account.id());
    }
}
