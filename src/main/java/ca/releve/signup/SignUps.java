package ca.releve.signup;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.AccountNews.ConfirmationRequested;
import ca.releve.account.AccountNews.SignedUpAgain;
import ca.releve.account.AccountTokens;
import ca.releve.account.AccountTokens.Purpose;
import ca.releve.account.AccountTokens.Requested;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.LinkExpiredException;
import ca.releve.account.SecurityLog;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.client.AccessRequests;
import ca.releve.client.ClientManagers;
import ca.releve.client.Clients;
import ca.releve.format.EmailAddress;
import ca.releve.history.Fact;
import ca.releve.signin.password.PasswordOwner;
import ca.releve.signin.throttle.MailQuota;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and confirms accounts of people whom the service knows (AUTH-03). */
@Service
class SignUps {

    /** No client has this id. */
    private static final UUID NOBODYS = new UUID(0, 0);

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final StaffMembers staffMembers;
    private final ClientManagers managers;
    private final Clients clients;
    private final AccessRequests accessRequests;
    private final MailQuota quota;
    private final ApplicationEventPublisher events;
    private final AccountHistory history;
    private final SecurityLog log;
    private final Clock clock;

    SignUps(
            Accounts accounts,
            AccountTokens tokens,
            StaffMembers staffMembers,
            ClientManagers managers,
            Clients clients,
            AccessRequests accessRequests,
            MailQuota quota,
            ApplicationEventPublisher events,
            AccountHistory history,
            SecurityLog log,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.staffMembers = staffMembers;
        this.managers = managers;
        this.clients = clients;
        this.accessRequests = accessRequests;
        this.quota = quota;
        this.events = events;
        this.history = history;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Whatever the address turns out to be, the user learns nothing.
     *
     * @return what the password must not contain; for an unknown address that takes as long as for a known one
     */
    @Transactional
    PasswordOwner signUp(EmailAddress email, String firstName, String lastName, String passwordHash, String language) {
        Optional<Account> existing = accounts.findForChange(email.canonical());
        Optional<Known> known = known(email);
        if (existing.isPresent()) {
            known.ifPresent(person -> {
                if (existing.get().state() == Account.State.UNCONFIRMED) {
                    existing.get().signUp(firstName, lastName, passwordHash, language);
                }
                again(existing.get(), person);
            });
        } else if (known.isPresent()) {
            Account account = known.get().newAccount();
            account.signUp(firstName, lastName, passwordHash, language);
            accounts.saveAndFlush(account);
            log.record("user_created", account.id());
            askForConfirmation(account, known.get());
        } else {
            accessRequests.record(email, firstName, lastName);
        }
        String client =
                clients.nameOf(known.map(Known::clientId).orElse(NOBODYS)).orElse("");
        return new PasswordOwner(email.original(), firstName, lastName, client);
    }

    /** Whatever the address turns out to be, the caller learns nothing. */
    @Transactional
    void confirmAgain(EmailAddress email) {
        Optional<Account> account = accounts.findForChange(email.canonical());
        known(email).ifPresent(person -> account.ifPresent(it -> again(it, person)));
    }

    private void again(Account account, Known person) {
        if (account.state() == Account.State.UNCONFIRMED) {
            askForConfirmation(account, person);
        } else if (account.state() == Account.State.ACTIVE && quota.takeForNotice(account.id())) {
            events.publishEvent(new SignedUpAgain(Addressee.of(account)));
        }
    }

    /** @return the account that the mailed link confirms; empty if it opens nothing (any more) */
    Optional<Account> find(String token) {
        return tokens.find(token, Purpose.CONFIRMATION).flatMap(accounts::findById);
    }

    /** What the service knows of the person of this account. */
    PasswordOwner ownerOf(Account account) {
        String client = Optional.ofNullable(account.clientManagerId())
                .flatMap(managers::findById)
                .flatMap(manager -> clients.nameOf(manager.clientId()))
                .orElse("");
        return new PasswordOwner(account.email(), account.firstName(), account.lastName(), client);
    }

    /**
     * @param seenHash hash of the password that was checked: over the quota of mails, another sign-up with the address changes the
     *     password of the same link
     * @throws LinkExpiredException if the link is invalid by now, or the password another one
     */
    @Transactional
    void confirm(String token, String seenHash) {
        confirm(consume(token).filter(it -> it.passwordHash().equals(seenHash)).orElseThrow(LinkExpiredException::new));
    }

    /**
     * Confirms with another password than that of the sign-up, which somebody else may have typed.
     *
     * @return the id of the account
     * @throws LinkExpiredException if the link is invalid by now
     */
    @Transactional
    UUID confirmWith(String token, String passwordHash) {
        Account account = consume(token).orElseThrow(LinkExpiredException::new);
        account.changePassword(passwordHash);
        log.record("authn_password_change", account.id());
        confirm(account);
        return account.id();
    }

    private Optional<Account> consume(String token) {
        return tokens.consume(token, Purpose.CONFIRMATION)
                .flatMap(accounts::findById)
                .filter(it -> it.state() == Account.State.UNCONFIRMED);
    }

    private void confirm(Account account) {
        account.confirm(clock);
        history.record(account.actor(), account, "account.confirmed", Fact.text(account.email()));
        log.record("user_updated", account.id(), "state", account.state());
    }

    /** Over the quota, the link that was mailed last stays valid, with the password that was typed last. */
    private void askForConfirmation(Account account, Known person) {
        if (!quota.takeForLink(account.id())) {
            return;
        }
        Requested token = tokens.request(account.id(), Purpose.CONFIRMATION);
        events.publishEvent(new ConfirmationRequested(
                new Addressee(account.email(), person.name(), account.language()), token.id(), token.expiresAt()));
    }

    private Optional<Known> known(EmailAddress email) {
        Optional<Known> staff = staffMembers
                .findByEmailCanonical(email.canonical())
                .filter(StaffMember::isActive)
                .map(member -> new Known(Account.of(member, clock), member.name(), NOBODYS));
        return staff.or(() -> managers.findActive(email.canonical())
                .map(manager -> new Known(Account.of(manager, clock), manager.name(), manager.clientId())));
    }

    /**
     * A person whom the service knows.
     *
     * @param newAccount the account to create if there is none
     * @param name the recorded name
     * @param clientId the client of a manager; of the staff, one that does not exist
     */
    private record Known(Account newAccount, String name, UUID clientId) {}
}
