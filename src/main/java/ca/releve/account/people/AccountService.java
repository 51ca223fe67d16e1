package ca.releve.account.people;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.AccountNews.ConfirmationRequested;
import ca.releve.account.AccountNews.PasswordResetStarted;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.AccountTokens.Requested;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.limit.MailQuota;
import ca.releve.account.limit.SignInGuard;
import ca.releve.account.self.WaitingEmailChanges;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administratrice does with the account of somebody: closes and opens it, ends its sessions, sends its links again.
 * She never sees nor chooses a password, and no link: those go to the mailbox of the account (AUTH-21).
 */
@Service
@Transactional
class AccountService {

    private final Accounts accounts;
    private final AccountRows rows;
    private final AccountTokens tokens;
    private final SessionsOfAccount sessions;
    private final WaitingEmailChanges emailChanges;
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
            WaitingEmailChanges emailChanges,
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
        tell(sheet(id), "account.disabled", reason, actor);
        log.record("user_updated", id, "state", account.state(), "by", actor.id());
    }

    void enable(UUID id, int version, Actor actor) {
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        account.requireVersion(version);
        account.enable();
        tell(sheet(id), "account.enabled", null, actor);
        log.record("user_updated", id, "state", account.state(), "by", actor.id());
    }

    /** @return whether there was one to end */
    boolean endSessions(UUID id, Actor actor) {
        AccountSheet sheet = sheet(id);
        boolean any = sessions.end(id) > 0;
        if (any) {
            tell(sheet, "account.sessions-ended", null, actor);
            log.record("session_ended", id, "sessions", "all", "by", actor.id());
        }
        return any;
    }

    /**
     * Whatever was tried in vain, her password is looked at again.
     *
     * @return whether it had not been
     */
    boolean unlock(UUID id, Actor actor) {
        AccountSheet sheet = sheet(id);
        boolean locked = guard.unlock(id);
        if (locked) {
            tell(sheet, "account.unlocked", null, actor);
            log.record("user_updated", id, "lock", "lifted", "by", actor.id());
        }
        return locked;
    }

    /**
     * Sends the link that confirms the account once more; the earlier one opens nothing any more.
     *
     * @return whether it is on its way; not if so many went there that her mailbox gets no more of them for now (ABU-04)
     */
    boolean resendConfirmation(UUID id, Actor actor) {
        AccountSheet sheet = sheet(id);
        if (sheet.standing() != AccountStanding.UNCONFIRMED) {
            throw new RuleViolation("rule.account.not-unconfirmed");
        }
        if (!quota.takeForLink(id)) {
            return false;
        }
        Requested token = tokens.request(id, Purpose.CONFIRMATION);
        events.publishEvent(new ConfirmationRequested(addressee(sheet), token.id(), token.expiresAt()));
        tell(sheet, "account.confirmation-sent", null, actor);
        return true;
    }

    /**
     * Sends her a link to choose a new password; the present one goes on working until she does.
     *
     * @return like {@link #resendConfirmation}
     */
    boolean startReset(UUID id, Actor actor) {
        AccountSheet sheet = sheet(id);
        if (sheet.standing() != AccountStanding.ACTIVE) {
            throw new RuleViolation("rule.account.not-resettable");
        }
        if (!quota.takeForLink(id)) {
            return false;
        }
        Requested token = tokens.request(id, Purpose.PASSWORD_RESET);
        events.publishEvent(new PasswordResetStarted(addressee(sheet), token.id(), token.expiresAt()));
        tell(sheet, "account.reset-started", null, actor);
        log.record("user_updated", id, "reset", "started", "by", actor.id());
        return true;
    }

    /** What one administratrice does to another's way in, she does not do to her own by a slip of the hand. */
    private static void requireAnother(UUID id, Actor actor) {
        if (id.equals(actor.id())) {
            throw new RuleViolation("rule.account.self");
        }
    }

    private AccountSheet sheet(UUID id) {
        return rows.sheet(id).orElseThrow(NotFound::new);
    }

    /** By the name that the service wrote: before the confirmation her own is anybody's text. */
    private static Addressee addressee(AccountSheet sheet) {
        return new Addressee(sheet.email(), sheet.personName(), sheet.language());
    }

    /** Into the history of the person, as {@link AccountHistory} does. */
    private void tell(AccountSheet sheet, String event, String reason, Actor actor) {
        Subject subject = sheet.clientId() == null
                ? Subject.ofService(sheet.personId())
                : Subject.ofClient(sheet.clientId(), sheet.personId());
        history.record(actor, subject, event, reason, Fact.text(sheet.personName()), Fact.text(sheet.email()));
    }
}
