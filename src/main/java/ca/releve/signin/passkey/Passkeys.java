package ca.releve.signin.passkey;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.AccountNews.PasskeyAdded;
import ca.releve.account.AccountNews.PasskeyLinkRequested;
import ca.releve.account.AccountNews.PasskeyRemoved;
import ca.releve.account.AccountNews.PasskeysLost;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.AccountTokens.Requested;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.CurrentAccount;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.signin.throttle.MailQuota;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames and removes passkeys; the user gets a mail when one is added or removed. */
@Component
public class Passkeys {

    private final PasskeyStore store;
    private final PasskeyCeremony ceremony;
    private final Accounts accounts;
    private final AccountTokens tokens;
    private final MailQuota quota;
    private final SessionsOfAccount sessions;
    private final AccountHistory history;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;

    Passkeys(
            PasskeyStore store,
            PasskeyCeremony ceremony,
            Accounts accounts,
            AccountTokens tokens,
            MailQuota quota,
            SessionsOfAccount sessions,
            AccountHistory history,
            SecurityLog log,
            ApplicationEventPublisher events) {
        this.store = store;
        this.ceremony = ceremony;
        this.accounts = accounts;
        this.tokens = tokens;
        this.quota = quota;
        this.sessions = sessions;
        this.history = history;
        this.log = log;
        this.events = events;
    }

    /** Oldest first. */
    public List<Passkey> of(UUID accountId) {
        return store.of(accountId);
    }

    /**
     * @param missing the authority of the factor that the staff still have to give; null for none
     */
    public boolean canConfirm(CurrentAccount me, Object missing) {
        return !FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(missing) && store.has(me.id());
    }

    /** @throws RuleViolation if the account has the maximum of passkeys */
    void checkRoom(CurrentAccount me) {
        if (isFull(store.of(me.id()))) {
            throw new RuleViolation("rule.passkey.enough", SecurityNumbers.PASSKEYS_PER_ACCOUNT);
        }
    }

    static boolean isFull(List<Passkey> passkeys) {
        return passkeys.size() >= SecurityNumbers.PASSKEYS_PER_ACCOUNT;
    }

    /**
     * @throws BadCredentialsException if it is no answer to the challenge
     * @throws RuleViolation if the account has the maximum of passkeys
     */
    @Transactional
    public void add(CurrentAccount me, String credential, String label, HttpServletRequest request) {
        store.lock(me.id());
        checkRoom(me);
        ceremony.register(me.id(), credential, label, request);
        Account account = account(me.id());
        changed(account, me.actor(), "added", null, Fact.text(label));
        events.publishEvent(new PasskeyAdded(Addressee.of(account), label));
    }

    /**
     * Adds the first passkey of a member of the staff who has given the password and followed the mailed link.
     *
     * @throws LinkExpiredException if the link belongs to another account or has expired, or the account has a passkey by now
     */
    @Transactional
    public void addFirst(UUID tokenId, CurrentAccount me, String credential, String label, HttpServletRequest request) {
        store.lock(me.id());
        tokens.consume(tokenId, Purpose.PASSKEY)
                .filter(me.id()::equals)
                .filter(id -> !store.has(id))
                .orElseThrow(LinkExpiredException::new);
        add(me, credential, label, request);
    }

    /**
     * Mails the link to a first passkey to a member of the staff who has none, within the hourly limit of the mailbox
     * (ABU-04). Beyond the limit the newest link stays valid.
     *
     * @return whether a link was sent
     */
    @Transactional
    public boolean requestLink(CurrentAccount me) {
        boolean mayHaveOne = me.isStaff() && !store.has(me.id()) && quota.takeForOwner(me.id());
        if (mayHaveOne) {
            Requested token = tokens.request(me.id(), Purpose.PASSKEY);
            events.publishEvent(
                    new PasskeyLinkRequested(Addressee.of(account(me.id())), token.id(), token.expiresAt()));
        }
        return mayHaveOne;
    }

    @Transactional
    public void rename(UUID id, CurrentAccount me, String label) {
        Passkey passkey = store.find(id, me.id()).orElseThrow(NotFound::new);
        store.rename(id, label);
        changed(account(me.id()), me.actor(), "renamed", null, Fact.text(passkey.label()), Fact.text(label));
    }

    /**
     * @param endOthers whether the other sessions of the account end, one of which may be on a lost device
     * @param presentSession id of the session that continues in any case
     * @throws RuleViolation if it is the last passkey of a member of the staff, who could not sign in without
     */
    @Transactional
    public void remove(UUID id, CurrentAccount me, boolean endOthers, String presentSession) {
        store.lock(me.id());
        Passkey passkey = store.find(id, me.id()).orElseThrow(NotFound::new);
        if (me.isStaff() && store.of(me.id()).size() == 1) {
            throw new RuleViolation("rule.passkey.last");
        }
        store.remove(id, me.id());
        if (endOthers) {
            sessions.endOthers(me.id(), presentSession);
        }
        Account account = account(me.id());
        changed(account, me.actor(), "removed", null, Fact.text(passkey.label()));
        events.publishEvent(new PasskeyRemoved(Addressee.of(account), passkey.label()));
    }

    /**
     * Removes all passkeys and sessions of a user who has lost the passkeys and was identified on the phone (AUTH-23). The
     * staff then add a first passkey by a mailed link, as at the beginning.
     *
     * @param reason how the user was identified
     * @throws RuleViolation if there is no passkey, or it is the administrator's own account
     */
    @Transactional
    public void removeAll(UUID accountId, Actor by, String reason) {
        requireAnother(accountId, by);
        store.lock(accountId);
        if (store.removeAll(accountId) == 0) {
            throw new RuleViolation("rule.passkey.none");
        }
        sessions.end(accountId);
        Account account = account(accountId);
        changed(account, by, "all-removed", reason);
        events.publishEvent(new PasskeysLost(Addressee.of(account)));
    }

    /** @throws RuleViolation if it is the administrator's own account, whose passkeys are removed in « Mon compte » */
    static void requireAnother(UUID accountId, Actor by) {
        if (accountId.equals(by.id())) {
            throw new RuleViolation("rule.passkey.own");
        }
    }

    /** Removes all passkeys when an account passes to another person; the caller sends the mail. */
    @Transactional
    public void forget(UUID accountId) {
        store.lock(accountId);
        store.removeAll(accountId);
    }

    private void changed(Account account, Actor by, String what, String reason, String... facts) {
        history.because(reason, by, account, "passkey." + what, facts);
        String event =
                switch (what) {
                    case "added" -> "authn_token_created";
                    case "renamed" -> "user_updated";
                    default -> "authn_token_revoked";
                };
        log.record(event, account.id(), "passkey", what, "by", by.id());
    }

    private Account account(UUID id) {
        return accounts.findById(id).orElseThrow(NotFound::new);
    }
}
