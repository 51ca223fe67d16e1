package ca.releve.account;

import ca.releve.client.ClientManager;
import ca.releve.format.EmailAddress;
import ca.releve.history.Actor;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The account of a manager or a member of the staff. Client and role are those that the service recorded, never what a form says
 * (AUTH-03).
 */
@Entity
public class Account extends VersionedEntity {

    /** Whether the user may sign in. */
    public enum State {
        /** Created, and waiting for the link of the confirmation mail. */
        UNCONFIRMED,
        /** Works. */
        ACTIVE,
        /** Closed by staff. */
        DISABLED
    }

    private String email;
    private String emailCanonical;
    private String firstName;
    private String lastName;
    private String passwordHash;

    /** What tells the user apart from another one of the same name; the database keeps it. */
    @Column(insertable = false, updatable = false)
    private String mark;

    @Enumerated(EnumType.STRING)
    private State state = State.UNCONFIRMED;

    private UUID clientManagerId;
    private UUID staffMemberId;
    private String language;
    private Instant createdAt;
    private Instant confirmedAt;
    private Instant signedInAt;

    @Column(insertable = false, updatable = false)
    private int sessionsEnded;

    protected Account() {}

    private Account(String email, String emailCanonical, Clock clock) {
        this.email = email;
        this.emailCanonical = emailCanonical;
        this.createdAt = clock.instant();
    }

    public static Account of(ClientManager manager, Clock clock) {
        Account account = new Account(manager.email(), manager.emailCanonical(), clock);
        account.clientManagerId = manager.id();
        return account;
    }

    public static Account of(StaffMember member, Clock clock) {
        Account account = new Account(member.email(), member.emailCanonical(), clock);
        account.staffMemberId = member.id();
        return account;
    }

    /**
     * Takes what was typed at the sign-up; possible again until the account is confirmed.
     *
     * @throws IllegalStateException if the account is confirmed
     */
    public void signUp(String firstName, String lastName, String passwordHash, String language) {
        if (state != State.UNCONFIRMED) {
            throw new IllegalStateException("Only an unconfirmed account is signed up");
        }
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.passwordHash = passwordHash;
        this.language = language;
    }

    /** Records that the mailbox is the user's. */
    public void confirm(Clock clock) {
        if (state != State.UNCONFIRMED) {
            throw new IllegalStateException("Only an unconfirmed account is confirmed");
        }
        this.state = State.ACTIVE;
        this.confirmedAt = clock.instant();
    }

    public void disable() {
        if (state == State.DISABLED) {
            throw new RuleViolation("rule.account.disabled-already");
        }
        state = State.DISABLED;
    }

    /** Restores the state before {@link #disable}. */
    public void enable() {
        if (state != State.DISABLED) {
            throw new RuleViolation("rule.account.not-disabled");
        }
        state = confirmedAt == null ? State.UNCONFIRMED : State.ACTIVE;
    }

    public void move(EmailAddress email) {
        this.email = email.original();
        this.emailCanonical = email.canonical();
    }

    public void changePassword(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    public String email() {
        return email;
    }

    public String emailCanonical() {
        return emailCanonical;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    /** The name, with the {@link #mark} if another user of the client, or of the staff, has the same one. */
    public String name() {
        String name = firstName + " " + lastName;
        return mark == null || mark.isEmpty() ? name : name + " (" + mark + ")";
    }

    public Actor actor() {
        return new Actor(staffMemberId == null ? Actor.Kind.MANAGER : Actor.Kind.STAFF, id(), name());
    }

    /** Whether this is the password; an empty one never is. */
    public boolean opensWith(String password, PasswordEncoder passwords) {
        return !password.isEmpty() && passwords.matches(password, passwordHash);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public State state() {
        return state;
    }

    public UUID clientManagerId() {
        return clientManagerId;
    }

    public UUID staffMemberId() {
        return staffMemberId;
    }

    /** {@code fr} or {@code en}, for mails. */
    public String language() {
        return language;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public Instant signedInAt() {
        return signedInAt;
    }

    /** How often its sessions were ended; see {@link SessionsOfAccount}. */
    int sessionsEnded() {
        return sessionsEnded;
    }
}
