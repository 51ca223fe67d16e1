package ca.releve.myaccount;

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
import ca.releve.account.EmailChange;
import ca.releve.account.EmailChange.Mailbox;
import ca.releve.account.EmailChanges;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.account.StaffMembers;
import ca.releve.client.ClientManagers;
import ca.releve.client.KnownAddresses;
import ca.releve.format.EmailAddress;
import ca.releve.history.Fact;
import ca.releve.shared.NotFound;
import ca.releve.signin.throttle.MailQuota;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the addresses of users, once both mailboxes have confirmed it. */
@Service
@Transactional
class MyEmailService {

    private final Accounts accounts;
    private final CurrentAccounts currentAccounts;
    private final EmailChanges changes;
    private final KnownAddresses addresses;
    private final AccountTokens tokens;
    private final MailQuota quota;
    private final ClientManagers managers;
    private final StaffMembers staffMembers;
    private final AccountHistory history;
    private final ApplicationEventPublisher events;
    private final SecurityLog log;

    MyEmailService(
            Accounts accounts,
            CurrentAccounts currentAccounts,
            EmailChanges changes,
            KnownAddresses addresses,
            AccountTokens tokens,
            MailQuota quota,
            ClientManagers managers,
            StaffMembers staffMembers,
            AccountHistory history,
            ApplicationEventPublisher events,
            SecurityLog log) {
        this.accounts = accounts;
        this.currentAccounts = currentAccounts;
        this.changes = changes;
        this.addresses = addresses;
        this.tokens = tokens;
        this.quota = quota;
        this.managers = managers;
        this.staffMembers = staffMembers;
        this.history = history;
        this.events = events;
        this.log = log;
    }

    /**
     * Requests a change. The answer does not tell whether the address is another person's: only mailboxes are told.
     *
     * @return false if the limit of mails is reached
     */
    public boolean request(UUID accountId, EmailAddress wanted) {
        Account account = accounts.findById(accountId).orElseThrow(NotFound::new);
        if (!quota.takeForLink(accountId)) {
            return false;
        }
        Requested old = tokens.request(accountId, Purpose.EMAIL_CHANGE_OLD);
        changes.begin(accountId, wanted, old.expiresAt());
        events.publishEvent(
                new EmailChangeAsked(Addressee.of(account), old.id(), old.expiresAt(), wanted.unmistakable()));
        Optional<String> another = addresses.ofAnother(wanted, personOf(account));
        if (another.isPresent()) {
            tokens.forget(accountId, Purpose.EMAIL_CHANGE_NEW);
            events.publishEvent(
                    new EmailWantedByAnother(new Addressee(another.get(), another.get(), account.language())));
        } else {
            Requested fresh = tokens.request(accountId, Purpose.EMAIL_CHANGE_NEW);
            // Without the name, which the user may have chosen: the mailbox may be a stranger's.
            events.publishEvent(new EmailChangeOffered(
                    new Addressee(wanted.original(), wanted.original(), account.language()),
                    fresh.id(),
                    fresh.expiresAt()));
        }
        log.record("user_updated", accountId, "field", "email", "step", "asked");
        return true;
    }

    public void cancel(UUID accountId) {
        if (changes.end(accountId)) {
            log.record("user_updated", accountId, "field", "email", "step", "cancelled");
        }
    }

    /** @return what the link asks; empty if it is invalid */
    @Transactional(readOnly = true)
    public Optional<Question> find(String token) {
        return Arrays.stream(Mailbox.values())
                .flatMap(mailbox -> tokens
                        .find(token, mailbox.purpose())
                        .filter(id -> currentAccounts.find(id).isPresent())
                        .flatMap(changes::find)
                        .map(change -> new Question(
                                accounts.findById(change.accountId()).orElseThrow(),
                                mailbox,
                                change.address().unmistakable()))
                        .stream())
                .findFirst();
    }

    /**
     * Counts an attempt before its password is checked. The change itself counts, not the guard of the sign-in page: a link found in
     * a mailbox must not lock its user out there. The limit is as strict: a request takes a recent factor and one of the few mails
     * of an hour, and each change allows {@code EMAIL_CHANGE_WRONG_PASSWORDS}.
     *
     * @return whether the password is to be checked
     */
    public boolean takeTry(UUID accountId) {
        return changes.takeTry(accountId);
    }

    /** @return whether an attempt is left; otherwise the change has ended */
    public boolean wrongPassword(UUID accountId) {
        log.record("authn_login_fail", accountId, "reason", "EMAIL_CHANGE");
        boolean left = changes.hasTry(accountId);
        if (!left) {
            changes.end(accountId);
        }
        return left;
    }

    /** @throws LinkExpiredException if the link is invalid by now */
    public Outcome answer(String token, boolean yes) {
        Mailbox mailbox = Arrays.stream(Mailbox.values())
                .filter(it -> tokens.find(token, it.purpose()).isPresent())
                .findFirst()
                .orElseThrow(LinkExpiredException::new);
        UUID accountId = tokens.consume(token, mailbox.purpose())
                .filter(id -> currentAccounts.find(id).isPresent())
                .orElseThrow(LinkExpiredException::new);
        if (!yes) {
            changes.end(accountId);
            log.record("user_updated", accountId, "field", "email", "step", "refused");
            return Outcome.REFUSED;
        }
        EmailChange change = changes.confirm(accountId, mailbox).orElseThrow(LinkExpiredException::new);
        return change.isConfirmed() ? move(accounts.findById(accountId).orElseThrow(), change) : Outcome.WAITING;
    }

    private Outcome move(Account account, EmailChange change) {
        EmailAddress address = change.address();
        changes.end(account.id());
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
     * What a mailed link asks.
     *
     * @param wanted the new address
     */
    record Question(Account account, Mailbox mailbox, String wanted) {}
}
