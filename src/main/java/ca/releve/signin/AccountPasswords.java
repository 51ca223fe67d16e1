package ca.releve.signin;

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
import ca.releve.account.EmailChanges;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.format.EmailAddress;
import ca.releve.shared.NotFound;
import ca.releve.signin.password.PasswordOwner;
import ca.releve.signin.throttle.KnownDevices;
import ca.releve.signin.throttle.MailQuota;
import ca.releve.signin.throttle.SignInGuard;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives accounts a new password: by a mailed link, or as the signed-in user asks. */
@Component
public class AccountPasswords {

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;
    private final AccountTokens tokens;
    private final SessionsOfAccount sessions;
    private final EmailChanges emailChanges;
    private final AccountHistory history;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final MailQuota quota;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;

    AccountPasswords(
            Accounts accounts,
            CurrentAccounts currentAccounts,
            AccountTokens tokens,
            SessionsOfAccount sessions,
            EmailChanges emailChanges,
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

    /** Mails the link to a new password; whatever the address turns out to be, the caller learns nothing. */
    @Transactional
    public void requestReset(EmailAddress email) {
        accounts.findForChange(email.canonical()).ifPresent(account -> {
            if (account.state() == Account.State.UNCONFIRMED) {
                // Without the name, which anybody may have typed at the sign-up.
                if (quota.takeForNotice(account.id())) {
                    events.publishEvent(new UnconfirmedPasswordForgotten(
                            new Addressee(account.email(), account.email(), account.language())));
                }
            } else if (currentAccounts.find(account.id()).isPresent() && quota.takeForLink(account.id())) {
                Requested token = tokens.request(account.id(), Purpose.PASSWORD_RESET);
                events.publishEvent(new PasswordResetRequested(Addressee.of(account), token.id(), token.expiresAt()));
            }
        });
    }

    /** @return the account whose password the mailed link resets; empty if the link is invalid */
    public Optional<UUID> find(String token) {
        return tokens.find(token, Purpose.PASSWORD_RESET);
    }

    /** What a new password must not contain. */
    public PasswordOwner ownerOf(UUID accountId) {
        return currentAccounts.find(accountId).map(PasswordOwner::of).orElse(PasswordOwner.NOBODY);
    }

    /** @throws LinkExpiredException if the link is invalid by now, or its account may not sign in */
    @Transactional
    public void reset(String token, String passwordHash) {
        UUID accountId = tokens.consume(token, Purpose.PASSWORD_RESET)
                .filter(id -> currentAccounts.find(id).isPresent())
                .orElseThrow(LinkExpiredException::new);
        change(accountId, passwordHash);
        sessions.end(accountId);
    }

    /** @param presentSession id of the session that continues in any case */
    @Transactional
    public void change(UUID accountId, String passwordHash, boolean endOthers, String presentSession) {
        change(accountId, passwordHash);
        if (endOthers) {
            sessions.endOthers(accountId, presentSession);
        }
    }

    /** Changes the password, and ends what somebody who knew the former one may have begun. */
    private void change(UUID accountId, String passwordHash) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        account.changePassword(passwordHash);
        tokens.forget(accountId, Purpose.PASSWORD_RESET);
        emailChanges.end(accountId);
        guard.unlock(accountId);
        devices.forget(accountId);
        events.publishEvent(new PasswordChanged(Addressee.of(account)));
        history.record(account.actor(), account, "account.password-changed");
        log.record("authn_password_change", accountId);
    }
}
