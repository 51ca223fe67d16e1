package ca.releve.staff;

import ca.releve.account.Account;
import ca.releve.account.AccountNews.ConfirmationRequested;
import ca.releve.account.AccountNews.PasswordResetStarted;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.AccountTokens.Requested;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.EmailChanges;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.signin.throttle.MailQuota;
import ca.releve.signin.throttle.SignInGuard;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes, opens and unlocks accounts, ends their sessions and sends their links again. Administrators never see a password or a
 * link: those go to the mailbox of the account (AUTH-21).
 */
@Service
@Transactional
class AccountService {

    private final Accounts accounts;
    private final AccountRows rows;
    private final AccountTokens tokens;
    private final SessionsOfAccount sessions;
    private final EmailChanges emailChanges;
    private final MailQuota quota;
    private final SignInGuard guard;
    private final History history;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;

    AccountService(
            Accounts accounts,
            AccountRows rows,
            AccountTokens tokens,
            SessionsOfAccount sessions,
            EmailChanges emailChanges,
            MailQuota quota,
            SignInGuard guard,
            History history,
            SecurityLog log,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.rows = rows;
        this.tokens = tokens;
        this.sessions = sessions;
        this.emailChanges = emailChanges;
        this.quota = quota;
        this.guard = guard;
        this.history = history;
        this.log = log;
        this.events = events;
    }

    void disable(UUID id, int version, String reason, Actor actor) {
        requireAnother(id, actor);
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        account.requireVersion(version);
        account.disable();
        sessions.end(id);
        emailChanges.end(id);
        tell(account(id), "account.disabled", reason, actor);
        log.record("user_updated", id, "state", account.state(), "by", actor.id());
    }

    void enable(UUID id, int version, Actor actor) {
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        account.requireVersion(version);
        account.enable();
        tell(account(id), "account.enabled", null, actor);
        log.record("user_updated", id, "state", account.state(), "by", actor.id());
    }

    /** @return whether there was one to end */
    boolean endSessions(UUID id, Actor actor) {
        AccountPage account = account(id);
        boolean any = sessions.end(id) > 0;
        if (any) {
            tell(account, "account.sessions-ended", null, actor);
            log.record("session_ended", id, "sessions", "all", "by", actor.id());
        }
        return any;
    }

    /**
     * Ends the delay or the lock after wrong passwords.
     *
     * @return whether there was one
     */
    boolean unlock(UUID id, Actor actor) {
        AccountPage account = account(id);
        boolean locked = guard.unlock(id);
        if (locked) {
            tell(account, "account.unlocked", null, actor);
            log.record("user_updated", id, "lock", "lifted", "by", actor.id());
        }
        return locked;
    }

    /**
     * Sends the link that confirms the account again; the earlier one becomes invalid.
     *
     * @return false if the limit of mails to the mailbox is reached (ABU-04)
     */
    boolean resendConfirmation(UUID id, Actor actor) {
        AccountPage account = account(id);
        if (account.standing() != AccountStanding.UNCONFIRMED) {
            throw new RuleViolation("rule.account.not-unconfirmed");
        }
        if (!quota.takeForLink(id)) {
            return false;
        }
        Requested token = tokens.request(id, Purpose.CONFIRMATION);
        events.publishEvent(new ConfirmationRequested(addressee(account), token.id(), token.expiresAt()));
        tell(account, "account.confirmation-sent", null, actor);
        return true;
    }

    /**
     * Sends a link to a new password; the present one stays valid until then.
     *
     * @return like {@link #resendConfirmation}
     */
    boolean startReset(UUID id, Actor actor) {
        AccountPage account = account(id);
        if (account.standing() != AccountStanding.ACTIVE) {
            throw new RuleViolation("rule.account.not-resettable");
        }
        if (!quota.takeForLink(id)) {
            return false;
        }
        Requested token = tokens.request(id, Purpose.PASSWORD_RESET);
        events.publishEvent(new PasswordResetStarted(addressee(account), token.id(), token.expiresAt()));
        tell(account, "account.reset-started", null, actor);
        log.record("user_updated", id, "reset", "started", "by", actor.id());
        return true;
    }

    /** No administrator locks themselves out by mistake. */
    private static void requireAnother(UUID id, Actor actor) {
        if (id.equals(actor.id())) {
            throw new RuleViolation("rule.account.self");
        }
    }

    private AccountPage account(UUID id) {
        return rows.page(id).orElseThrow(NotFound::new);
    }

    /** With the recorded name: before the confirmation anybody may have typed the account's own. */
    private static Addressee addressee(AccountPage account) {
        return new Addressee(account.email(), account.person().name(), account.language());
    }

    private void tell(AccountPage account, String event, String reason, Actor actor) {
        Subject subject = account.person().clientId() == null
                ? Subject.ofService(account.person().id())
                : Subject.ofClient(account.person().clientId(), account.person().id());
        history.record(actor, subject, event, reason, Fact.text(account.person().name()), Fact.text(account.email()));
    }
}
