package ca.releve.account.passkey;

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
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.limit.MailQuota;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import ca.releve.web.SecurityNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives passkeys to people and takes them away; each time the person is told by mail. */
@Component
public class Passkeys {

    private final PasskeyStore store;
    private final Ceremony ceremony;
    private final WebAuthnRelyingPartyOperations checks;
    private final Accounts accounts;
    private final AccountTokens tokens;
    private final MailQuota quota;
    private final SessionsOfAccount sessions;
    private final AccountHistory history;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;

    Passkeys(
            PasskeyStore store,
            Ceremony ceremony,
            WebAuthnRelyingPartyOperations checks,
            Accounts accounts,
            AccountTokens tokens,
            MailQuota quota,
            SessionsOfAccount sessions,
            AccountHistory history,
            SecurityLog log,
            ApplicationEventPublisher events) {
        this.store = store;
        this.ceremony = ceremony;
        this.checks = checks;
        this.accounts = accounts;
        this.tokens = tokens;
        this.quota = quota;
        this.sessions = sessions;
        this.history = history;
        this.log = log;
        this.events = events;
    }

    /** The passkeys of an account, the eldest first. */
    public List<Passkey> of(UUID accountId) {
        return store.of(accountId);
    }

    /**
     * Whether a passkey is what she can give on the page that asks for a factor once more.
     *
     * @param missing the factor that a member of the staff has still to give; null for none
     */
    boolean helps(CurrentAccount me, Object missing) {
        return !FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(missing) && store.has(me.id());
    }

    /** @throws RuleViolation if she has as many as an account may have */
    void checkRoom(CurrentAccount me) {
        if (isFull(store.of(me.id()))) {
            throw new RuleViolation("rule.passkey.enough", SecurityNumbers.PASSKEYS_PER_ACCOUNT);
        }
    }

    static boolean isFull(List<Passkey> passkeys) {
        return passkeys.size() >= SecurityNumbers.PASSKEYS_PER_ACCOUNT;
    }

    /**
     * Adds the passkey that her device has just made.
     *
     * @throws PasskeyRefused if it is no answer to what was asked
     * @throws RuleViolation if she has as many as an account may have
     */
    @Transactional
    public void add(CurrentAccount me, String credential, String label, HttpServletRequest request) {
        store.lock(me.id());
        checkRoom(me);
        try {
            checks.registerCredential(ceremony.made(me.id(), credential, label, request));
        } catch (DataAccessException failure) {
            throw failure;
        } catch (RuntimeException refusal) {
            // The library says no in many ways, and to nonsense in more.
            throw new PasskeyRefused(refusal);
        }
        Account account = account(me.id());
        changed(account, me.actor(), "added", null, Fact.text(label));
        events.publishEvent(new PasskeyAdded(Addressee.of(account), label));
    }

    /**
     * Adds the first passkey of a member of the staff, who has shown her password and her mailbox.
     *
     * @throws LinkOver if the link is not hers, opens nothing any more, or she has a passkey by now
     */
    @Transactional
    public void addFirst(UUID tokenId, CurrentAccount me, String credential, String label, HttpServletRequest request) {
        store.lock(me.id());
        tokens.consume(tokenId, Purpose.PASSKEY)
                .filter(me.id()::equals)
                .filter(id -> !store.has(id))
                .orElseThrow(LinkOver::new);
        add(me, credential, label, request);
    }

    /**
     * Mails a member of the staff, who has no passkey, the link by which she adds her first; not more of them in an hour than a
     * mailbox may get, whoever has her password and presses (ABU-04). The newest then goes on working.
     *
     * @return whether a link is on its way
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
     * @param endOthers whether her other sessions end, of which one may be the finder's of the device
     * @param presentSession id of the session that goes on in any case
     * @throws RuleViolation if it is the last one of a member of the staff, who could not come in any more
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
     * For somebody who has lost her passkeys, after the staff has made sure on the phone that it is she (AUTH-23): all of
     * them go, and so do her sessions. Staff then add a first one by a mailed link, as at the beginning.
     *
     * @param reason how the staff knew her
     * @throws RuleViolation if she has none, or it is one's own account
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

    /** @throws RuleViolation if it is one's own account, whose passkeys are removed one by one in « Mon compte » */
    static void requireAnother(UUID accountId, Actor by) {
        if (accountId.equals(by.id())) {
            throw new RuleViolation("rule.passkey.own");
        }
    }

    /** The account is to be opened by somebody else's keys from now on, or by nobody's; whoever calls tells of it. */
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
