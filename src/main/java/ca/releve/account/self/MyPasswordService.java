package ca.releve.account.self;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.AccountNews.PasswordChanged;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.CurrentAccount;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.limit.KnownDevices;
import ca.releve.account.limit.SignInGuard;
import ca.releve.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives somebody who is signed in the new password that she chose. */
@Service
class MyPasswordService {

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final WaitingEmailChanges emailChanges;
    private final SessionsOfAccount sessions;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final AccountHistory history;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;

    MyPasswordService(
            Accounts accounts,
            AccountTokens tokens,
            WaitingEmailChanges emailChanges,
            SessionsOfAccount sessions,
            SignInGuard guard,
            KnownDevices devices,
            AccountHistory history,
            ApplicationEventPublisher events,
            SecurityLog log) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.emailChanges = emailChanges;
        this.sessions = sessions;
        this.guard = guard;
        this.devices = devices;
        this.history = history;
        this.events = events;
        this.log = log;
    }

    /** @param presentSession id of the session that goes on in any case */
    @Transactional
    void change(CurrentAccount me, String passwordHash, boolean endOthers, String presentSession) {
        Account account = accounts.findById(me.id()).orElseThrow(NotFound::new);
        account.changePassword(passwordHash);
        // Somebody may have asked for a link before, and would follow it yet.
        tokens.forget(account.id(), Purpose.PASSWORD_RESET);
        // Or have begun to move her account, and have answered from the mailbox that she wants.
        emailChanges.end(account.id());
        guard.unlock(account.id());
        devices.forget(account.id());
        if (endOthers) {
            sessions.endOthers(account.id(), presentSession);
        }
        events.publishEvent(new PasswordChanged(Addressee.of(account)));
        history.record(me.actor(), account, "account.password-changed");
        log.record("authn_password_change", account.id());
    }
}
