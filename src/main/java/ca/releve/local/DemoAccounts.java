package ca.releve.local;

import ca.releve.account.Account;
import ca.releve.account.AccountHistory;
import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.AccessRequest;
import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.format.EmailAddress;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Creates the managers and the staff of the demonstration, and their accounts, with dates in the past. */
@Component
@Profile("local")
class DemoAccounts {

    private static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(4);

    private final EntityManager entities;
    private final PasswordEncoder passwords;
    private final DemoClock clock;
    private final History history;
    private final AccountHistory accountHistory;
    private final String password;

    DemoAccounts(
            EntityManager entities,
            PasswordEncoder passwords,
            DemoClock clock,
            History history,
            AccountHistory accountHistory,
            @Value("${releve.local.password}") String password) {
        this.entities = entities;
        this.passwords = passwords;
        this.clock = clock;
        this.history = history;
        this.accountHistory = accountHistory;
        this.password = password;
    }

    /** A manager with an account. */
    Account manager(Duration ago, Client client, DemoPeople.Person person) {
        ClientManager manager = create(client, person);
        return confirmed(ago, person, () -> Account.of(manager, clock));
    }

    /** A manager whose account is not confirmed. */
    Account unconfirmedManager(Duration ago, Client client, DemoPeople.Person person) {
        ClientManager manager = create(client, person);
        return signedUp(ago, person, () -> Account.of(manager, clock));
    }

    /** A staff member with an account. */
    Account staff(Duration ago, DemoPeople.Person person, Role role) {
        StaffMember member = create(person, role);
        return confirmed(ago, person, () -> Account.of(member, clock));
    }

    /** A staff member who was invited and has no account. */
    StaffMember invitedStaff(Duration ago, DemoPeople.Person person, Role role, Account administrator) {
        StaffMember member = create(person, role);
        clock.at(
                ago(ago),
                () -> history.record(
                        administrator.actor(),
                        Subject.ofService(member.id()),
                        "staff.created",
                        null,
                        Fact.text(member.name()),
                        Fact.text(member.email()),
                        Fact.message("role." + member.role())));
        return member;
    }

    /** The request of a person whom the service does not know. */
    void accessRequest(Duration ago, DemoPeople.Person person) {
        entities.persist(clock.at(
                ago(ago), () -> new AccessRequest(email(person), person.firstName(), person.lastName(), clock)));
    }

    void disable(Duration ago, Account account, Account administrator) {
        clock.at(ago(ago), () -> {
            account.disable();
            accountHistory.because(
                    "Elle ne travaille plus pour le service.",
                    administrator.actor(),
                    account,
                    "account.disabled",
                    Fact.text(account.email()));
        });
    }

    private ClientManager create(Client client, DemoPeople.Person person) {
        ClientManager manager =
                new ClientManager(client, person.firstName(), person.lastName(), email(person), "418 555-0121");
        entities.persist(manager);
        return manager;
    }

    private StaffMember create(DemoPeople.Person person, Role role) {
        StaffMember member = new StaffMember(person.firstName(), person.lastName(), email(person), role);
        entities.persist(member);
        return member;
    }

    private Account confirmed(Duration ago, DemoPeople.Person person, Supplier<Account> newAccount) {
        Account account = signedUp(ago, person, newAccount);
        clock.at(account.createdAt().plus(TIME_TO_CONFIRM), () -> {
            account.confirm(clock);
            accountHistory.record(account.actor(), account, "account.confirmed", Fact.text(account.email()));
        });
        return account;
    }

    private Account signedUp(Duration ago, DemoPeople.Person person, Supplier<Account> newAccount) {
        Account account = clock.at(ago(ago), newAccount);
        account.signUp(person.firstName(), person.lastName(), passwords.encode(password), "fr");
        entities.persist(account);
        return account;
    }

    private Instant ago(Duration duration) {
        return clock.instant().minus(duration);
    }

    private static EmailAddress email(DemoPeople.Person person) {
        return EmailAddress.parse(person.email()).orElseThrow();
    }
}
