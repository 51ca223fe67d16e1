package ca.releve.account.self;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.AccountNews.EmailChangeAsked;
import ca.releve.account.AccountNews.EmailChangeOffered;
import ca.releve.account.AccountNews.EmailChanged;
import ca.releve.account.AccountNews.EmailWantedByAnother;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.AccountTokens.Requested;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.CurrentAccounts;
import ca.releve.account.LinkOver;
import ca.releve.account.SecurityLog;
import ca.releve.account.StaffMembers;
import ca.releve.account.limit.MailQuota;
import ca.releve.account.self.EmailChange.Mailbox;
import ca.releve.client.ClientManagers;
import ca.releve.client.EmailAddress;
import ca.releve.client.KnownAddresses;
import ca.releve.history.Fact;
import ca.releve.shared.NotFound;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves people to another address, once both of their mailboxes agree. */
@Service
@Transactional
class MyEmailService {

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;
    private final EmailChanges changes;
    private final WaitingEmailChanges waiting;
    private final KnownAddresses addresses;
    private final AccountTokens tokens;
    private final MailQuota quota;
    private final ClientManagers managers;
    private final StaffMembers staffMembers;
    private final AccountHistory history;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;
    private final Clock clock;

    MyEmailService(
            Accounts accounts,
            CurrentAccounts currentAccounts,
            EmailChanges changes,
            WaitingEmailChanges waiting,
            KnownAddresses addresses,
            AccountTokens tokens,
            MailQuota quota,
            ClientManagers managers,
            StaffMembers staffMembers,
            AccountHistory history,
            ApplicationEventPublisher events,
            SecurityLog log,
            Clock clock) {
        this.accounts = accounts;
        this.currentAccounts = currentAccounts;
        this.changes = changes;
        this.waiting = waiting;
        this.addresses = addresses;
        this.tokens = tokens;
        this.quota = quota;
        this.managers = managers;
        this.staffMembers = staffMembers;
        this.history = history;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /** The change that waits for her mailboxes. */
    @Transactional(readOnly = true)
    public Optional<EmailChange> pending(UUID accountId) {
        return changes.findById(accountId).filter(it -> it.isOpen(clock.instant()));
    }

    /**
     * Whether or not the address is somebody else's, the caller learns nothing: only mailboxes are told.
     *
     * @return whether links are on their way; not if she has asked too often to write to strange mailboxes once more
     */
    public boolean request(UUID accountId, EmailAddress wanted) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        if (!quota.takeForLink(accountId)) {
            return false;
        }
        Requested old = tokens.request(accountId, Purpose.EMAIL_CHANGE_OLD);
        changes.begin(accountId, wanted.original(), wanted.canonical(), old.expiresAt());
        events.publishEvent(
                new EmailChangeAsked(Addressee.of(account), old.id(), old.expiresAt(), wanted.unmistakable()));
        Optional<String> another = addresses.ofAnother(wanted, personOf(account));
        if (another.isPresent()) {
            tokens.forget(accountId, Purpose.EMAIL_CHANGE_NEW);
            events.publishEvent(
                    new EmailWantedByAnother(new Addressee(another.get(), another.get(), account.language())));
        } else {
            Requested fresh = tokens.request(accountId, Purpose.EMAIL_CHANGE_NEW);
            // Her name is hers to write; a stranger's mailbox gets none of it.
            events.publishEvent(new EmailChangeOffered(
                    new Addressee(wanted.original(), wanted.original(), account.language()),
                    fresh.id(),
                    fresh.expiresAt()));
        }
        log.record("user_updated", accountId, "field", "email", "step", "asked");
        return true;
    }

    /** Lets the change be, whether or not there is one. */
    public void cancel(UUID accountId) {
        if (waiting.end(accountId)) {
            log.record("user_updated", accountId, "field", "email", "step", "cancelled");
        }
    }

    /** @return what the link answers; empty if it opens nothing (any more) */
    @Transactional(readOnly = true)
    public Optional<Question> find(String token) {
        return Arrays.stream(Mailbox.values())
                .flatMap(mailbox -> tokens
                        .find(token, mailbox.purpose())
                        .filter(id -> currentAccounts.find(id).isPresent())
                        .flatMap(this::pending)
                        .map(change -> new Question(
                                accounts.findById(change.accountId()).orElseThrow(),
                                mailbox,
                                change.address().unmistakable()))
                        .stream())
                .findFirst();
    }

    /**
     * Somebody is about to answer with a password. Counted by the change itself and not by the guard of the sign-in page: whoever
     * finds a link in a mailbox must not be able to lock her out there. It is counted as tightly: to ask for a change takes a
     * session that has just been confirmed and one of the few mails of an hour, and one change bears
     * {@code EMAIL_CHANGE_WRONG_PASSWORDS}.
     *
     * @return whether the password is to be looked at
     */
    public boolean takeTry(UUID accountId) {
        return changes.findForChange(accountId).map(EmailChange::takeTry).orElse(false);
    }

    /** @return whether she may try once more; else the change is over, so that its links are no way to guess a password */
    public boolean wrongPassword(UUID accountId) {
        log.record("authn_login_fail", accountId, "reason", "EMAIL_CHANGE");
        boolean over =
                changes.findForChange(accountId).map(EmailChange::isUsedUp).orElse(true);
        if (over) {
            waiting.end(accountId);
        }
        return !over;
    }

    /** @throws LinkOver if the link opens nothing any more */
    public Outcome answer(String token, boolean yes) {
        Mailbox mailbox = Arrays.stream(Mailbox.values())
                .filter(it -> tokens.find(token, it.purpose()).isPresent())
                .findFirst()
                .orElseThrow(LinkOver::new);
        UUID accountId = tokens.consume(token, mailbox.purpose())
                .filter(id -> currentAccounts.find(id).isPresent())
                .orElseThrow(LinkOver::new);
        // Not read before it is locked: two answers at once would each miss the other's.
        EmailChange change = changes.findForChange(accountId)
                .filter(it -> it.isOpen(clock.instant()))
                .orElseThrow(LinkOver::new);
        if (!yes) {
            waiting.end(accountId);
            log.record("user_updated", accountId, "field", "email", "step", "refused");
            return Outcome.REFUSED;
        }
        change.confirm(mailbox, clock.instant());
        return change.isConfirmed() ? move(accounts.findById(accountId).orElseThrow(), change) : Outcome.WAITING;
    }

    private Outcome move(Account account, EmailChange change) {
        EmailAddress address = change.address();
        waiting.end(account.id());
        if (addresses.ofAnother(address, personOf(account)).isPresent()) {
            return Outcome.TAKEN;
        }
        Addressee before = Addressee.of(account);
        account.move(address);
        if (account.clientManagerId() == null) {
            staffMembers.findById(account.staffMemberId()).orElseThrow().move(address);
        } else {
            managers.findById(account.clientManagerId()).orElseThrow().move(address);
        }
        tokens.forget(account.id(), Purpose.PASSWORD_RESET);
        events.publishEvent(new EmailChanged(before, account.email()));
        events.publishEvent(new EmailChanged(Addressee.of(account), account.email()));
        history.record(
                account.actor(),
                account,
                "account.email-changed",
                Fact.text(before.email()),
                Fact.text(account.email()));
        log.record("user_updated", account.id(), "field", "email", "step", "done");
        return Outcome.DONE;
    }

    private static UUID personOf(Account account) {
        return account.clientManagerId() == null ? account.staffMemberId() : account.clientManagerId();
    }

    /**
     * What one of the two mailed links asks.
     *
     * @param wanted the new address
     */
    record Question(Account account, Mailbox mailbox, String wanted) {}
}
