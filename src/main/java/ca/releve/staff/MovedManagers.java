package ca.releve.staff;

import ca.releve.account.Account;
import ca.releve.account.AccountNews.EmailChangedByServiceFrom;
import ca.releve.account.AccountNews.EmailChangedByServiceTo;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.EmailChanges;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.client.AccessGranted;
import ca.releve.client.ClientManagers;
import ca.releve.client.ManagerEmailChanged;
import ca.releve.signin.passkey.Passkeys;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Moves the account of a manager to the address that the staff have recorded, since only that leads to one (AUTH-03), for
 * example after the loss of a mailbox. The service vouches for the new mailbox and for nothing else: former sessions, links,
 * password and passkeys become invalid.
 */
@Component
class MovedManagers {

    private final Accounts accounts;
    private final ClientManagers managers;
    private final AccountTokens tokens;
    private final EmailChanges emailChanges;
    private final SessionsOfAccount sessions;
    private final Passkeys passkeys;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;

    /** Of a random password; computed once, since a hash takes longer than a change may hold a connection. */
    private final String nobodysPassword;

    MovedManagers(
            Accounts accounts,
            ClientManagers managers,
            AccountTokens tokens,
            EmailChanges emailChanges,
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
    void on(ManagerEmailChanged news) {
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

    /** An unconfirmed account belongs to the former mailbox: the user of the new one signs up again. */
    private void forget(Account account, ManagerEmailChanged news) {
        endLinks(account);
        accounts.delete(account);
        log.record("user_deleted", account.id(), "state", account.state());
        // Only to people who could sign up.
        managers.findActive(news.to().canonical()).map(AccessGranted::to).ifPresent(events::publishEvent);
    }

    private void move(Account account, ManagerEmailChanged news) {
        Addressee before = Addressee.of(account);
        account.move(news.to());
        account.changePassword(nobodysPassword);
        endLinks(account);
        passkeys.forget(account.id());
        sessions.end(account.id());
        log.record("user_updated", account.id(), "field", "email", "step", "by-service");
        if (account.state() == Account.State.ACTIVE
                && managers.findActive(news.to().canonical()).isPresent()) {
            events.publishEvent(new EmailChangedByServiceFrom(before));
            events.publishEvent(new EmailChangedByServiceTo(Addressee.of(account)));
        }
    }

    private void endLinks(Account account) {
        tokens.forget(account.id(), Purpose.values());
        emailChanges.end(account.id());
    }
}
