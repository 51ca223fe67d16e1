package ca.releve.account.signup;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.AccountNews.PasswordChanged;
import ca.releve.account.AccountNews.PasswordResetRequested;
import ca.releve.account.AccountNews.UnconfirmedPasswordForgotten;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.AccountTokens.Requested;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.CurrentAccounts;
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.limit.KnownDevices;
import ca.releve.account.limit.MailQuota;
import ca.releve.account.limit.SignInGuard;
import ca.releve.account.self.WaitingEmailChanges;
import ca.releve.client.EmailAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new password to people who show that the mailbox of their account is theirs. */
@Service
class PasswordResets {

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;
    private final AccountTokens tokens;
    private final SessionsOfAccount sessions;
    private final WaitingEmailChanges emailChanges;
    private final AccountHistory history;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final MailQuota quota;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;

    PasswordResets(
            Accounts accounts,
            CurrentAccounts currentAccounts,
            AccountTokens tokens,
            SessionsOfAccount sessions,
            WaitingEmailChanges emailChanges,
            AccountHistory history,
            SignInGuard guard,
            KnownDevices devices,
            MailQuota quota,
            ApplicationEventPublisher events,
            SecurityLog log) {
        this.accounts = accounts;
        this.currentAccounts = currentAccounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.emailChanges = emailChanges;
        this.history = history;
        this.guard = guard;
        this.devices = devices;
        this.quota = quota;
        this.events = events;
        this.log = log;
    }

    /** Whatever the address turns out to be, the caller learns nothing. */
    @Transactional
    void request(EmailAddress email) {
        accounts.findForChange(email.canonical()).ifPresent(account -> {
            if (account.state() == Account.State.UNCONFIRMED) {
                // Her name is whatever was typed at the sign-up, by whomever.
                if (quota.takeForNews(account.id())) {
                    events.publishEvent(new UnconfirmedPasswordForgotten(
                            new Addressee(account.email(), account.email(), account.language())));
                }
            } else if (opensTheDoor(account) && quota.takeForLink(account.id())) {
                Requested token = tokens.request(account.id(), Purpose.PASSWORD_RESET);
                events.publishEvent(new PasswordResetRequested(Addressee.of(account), token.id(), token.expiresAt()));
            }
        });
    }

    /** @throws LinkOver if the link opens nothing any more */
    @Transactional
    void reset(String token, String passwordHash) {
        Account account = tokens.consume(token, Purpose.PASSWORD_RESET)
                .flatMap(accounts::findById)
                .filter(this::opensTheDoor)
                .orElseThrow(LinkOver::new);
        account.changePassword(passwordHash);
        sessions.end(account.id());
        // Whoever was in her account may have asked to move it to a mailbox of his own.
        emailChanges.end(account.id());
        guard.unlock(account.id());
        devices.forget(account.id());
        events.publishEvent(new PasswordChanged(Addressee.of(account)));
        history.record(account.actor(), account, "account.password-changed");
        log.record("authn_password_change", account.id());
    }

    private boolean opensTheDoor(Account account) {
        return currentAccounts.find(account.id()).isPresent();
    }
}
