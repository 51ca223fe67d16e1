package ca.releve.staff;

import ca.releve.account.Account;
import ca.releve.account.AccountNews.AdministratorInvited;
import ca.releve.account.AccountNews.StaffInvited;
import ca.releve.account.AccountTokens;
import ca.releve.account.Accounts;
import ca.releve.account.Addressee;
import ca.releve.account.Role;
import ca.releve.account.SecurityLog;
import ca.releve.account.SessionsOfAccount;
import ca.releve.account.StaffMember;
import ca.releve.account.StaffMembers;
import ca.releve.client.AccessRequests;
import ca.releve.client.KnownAddresses;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.RuleViolation;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, edits, deactivates and invites members of the staff. The database keeps at least one administrator
 * ({@code administrator_remains}); this class keeps users from removing their own rights.
 */
@Service
@Transactional
class StaffService {

    private final StaffMembers members;
    private final Accounts accounts;
    private final AccountTokens tokens;
    private final SessionsOfAccount sessions;
    private final KnownAddresses addresses;
    private final AccessRequests accessRequests;
    private final History history;
    private final SecurityLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffService(
            StaffMembers members,
            Accounts accounts,
            AccountTokens tokens,
            SessionsOfAccount sessions,
            KnownAddresses addresses,
            AccessRequests accessRequests,
            History history,
            SecurityLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.addresses = addresses;
        this.accessRequests = accessRequests;
        this.history = history;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    UUID create(StaffForm form, EmailAddress address, Actor actor) {
        StaffMember member = new StaffMember(form.getFirstName(), form.getLastName(), address, form.getRole());
        addresses.requireFree(address, member.id());
        members.save(member);
        tell(actor, member, "staff.created", null, StaffForm.roleFact(member.role()));
        logRights(member, null, actor);
        accessRequests.settle(address);
        invite(member);
        return member.id();
    }

    /** Adds the first administrator, who is mailed an invitation to sign up. */
    void createFirstAdministrator(EmailAddress address) {
        StaffMember member = members.saveAndFlush(
                new StaffMember("Administratrice", address.original(), address, Role.ADMINISTRATOR));
        tell(Actor.PORTAL, member, "staff.created", null, StaffForm.roleFact(member.role()));
        events.publishEvent(new AdministratorInvited(new Addressee(member.email(), member.email(), "fr")));
    }

    /** @param address the typed one; it counts until the account is confirmed, since then its user changes it from both mailboxes */
    void edit(UUID id, int version, StaffForm form, Optional<EmailAddress> address, Actor actor) {
        StaffMember member = member(id, version);
        Optional<Account> account = accounts.findByStaffMemberId(id);
        boolean movable = isMovable(account);
        Role role = form.roleOf(member);
        boolean newRole = role != member.role();
        if (newRole && isOwn(account, actor)) {
            throw new RuleViolation("rule.staff.own-role");
        }
        form.changes(member, movable).record(history, actor, Subject.ofService(id), "staff.changed", member.name());
        member.edit(form.getFirstName(), form.getLastName(), role);
        if (newRole) {
            // The sessions were opened with the former rights (WEB-01).
            account.ifPresent(it -> sessions.end(it.id()));
            logRights(member, account.orElse(null), actor);
        }
        address.filter(it -> movable && !it.original().equals(member.email()))
                .ifPresent(it -> move(member, account, it));
    }

    void deactivate(UUID id, int version, String reason, Actor actor) {
        StaffMember member = member(id, version);
        Optional<Account> account = accounts.findByStaffMemberId(id);
        if (isOwn(account, actor)) {
            throw new RuleViolation("rule.staff.self");
        }
        member.deactivate();
        account.ifPresent(it -> sessions.end(it.id()));
        tell(actor, member, "staff.deactivated", reason);
        logRights(member, account.orElse(null), actor);
    }

    void reactivate(UUID id, int version, Actor actor) {
        StaffMember member = member(id, version);
        member.reactivate();
        tell(actor, member, "staff.reactivated", null);
        logRights(member, accounts.findByStaffMemberId(id).orElse(null), actor);
    }

    void inviteAgain(UUID id, int version, Actor actor) {
        StaffMember member = member(id, version);
        if (!member.isActive() || accounts.findByStaffMemberId(id).isPresent()) {
            throw new RuleViolation("rule.staff.not-invitable");
        }
        invite(member);
        tell(actor, member, "staff.invited", null);
    }

    /** Whether the service may still change the address. */
    static boolean isMovable(Optional<Account> account) {
        return account.map(it -> it.state() == Account.State.UNCONFIRMED).orElse(true);
    }

    static boolean isOwn(Optional<Account> account, Actor actor) {
        return account.filter(it -> it.id().equals(actor.id())).isPresent();
    }

    private void move(StaffMember member, Optional<Account> account, EmailAddress address) {
        if (address.canonical().equals(member.emailCanonical())) {
            account.ifPresent(it -> it.move(address));
            member.move(address);
            return;
        }
        addresses.requireFree(address, member.id());
        // An unconfirmed account belongs to the former mailbox.
        account.ifPresent(it -> {
            tokens.forget(it.id(), AccountTokens.Purpose.values());
            accounts.delete(it);
            log.record("user_deleted", it.id(), "state", it.state());
        });
        member.move(address);
        if (member.isActive()) {
            invite(member);
        }
    }

    /** In French, since without an account the language is unknown. */
    private void invite(StaffMember member) {
        member.invite(clock.instant());
        events.publishEvent(new StaffInvited(new Addressee(member.email(), member.name(), "fr")));
    }

    private StaffMember member(UUID id, int version) {
        StaffMember member = members.findById(id).orElseThrow(NotFound::new);
        member.requireVersion(version);
        return member;
    }

    private void tell(Actor actor, StaffMember member, String event, String reason, String... more) {
        Stream<String> facts = Stream.of(Fact.text(member.name()), Fact.text(member.email()));
        history.record(
                actor,
                Subject.ofService(member.id()),
                event,
                reason,
                Stream.concat(facts, Stream.of(more)).toArray(String[]::new));
    }

    private void logRights(StaffMember member, Account account, Actor actor) {
        log.record(
                "privilege_permissions_changed",
                account == null ? null : account.id(),
                "member",
                member.id(),
                "role",
                member.isActive() ? member.role() : "NONE",
                "by",
                actor.id());
    }
}
