package ca.releve.account;

import ca.releve.client.ClientManager;
import ca.releve.client.EmailAddress;
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
 * The way in of one known person, a manager or a member of the staff. Client and role are those that the service recorded
 * for the person, never what a form says (AUTH-03).
 */
@Entity
public class Account extends VersionedEntity {

    /** Whether the account opens the door. */
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

    /** An account for a manager whom the service knows; it waits for its confirmation. */
    public static Account of(ClientManager manager, Clock clock) {
        Account account = new Account(manager.email(), manager.emailCanonical(), clock);
        account.clientManagerId = manager.id();
        return account;
    }

    /** An account for a member of the staff; it waits for its confirmation. */
    public static Account of(StaffMember member, Clock clock) {
        Account account = new Account(member.email(), member.emailCanonical(), clock);
        account.staffMemberId = member.id();
        return account;
    }

    /**
     * What the person typed into « Créer un compte »; may be typed again until the account is confirmed.
     *
     * @throws IllegalStateException if the account is confirmed: then a name or password is not anybody's to choose
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

    /** The person has shown that the mailbox is hers. */
    public void confirm(Clock clock) {
        if (state != State.UNCONFIRMED) {
            throw new IllegalStateException("Only an unconfirmed account is confirmed");
        }
        this.state = State.ACTIVE;
        this.confirmedAt = clock.instant();
    }

    /** Nobody comes in with it any more, whatever she knows or holds. */
    public void disable() {
        if (state == State.DISABLED) {
            throw new RuleViolation("rule.account.disabled-already");
        }
        state = State.DISABLED;
    }

    /** It is again what it was before it was disabled: it works, or it waits for its confirmation. */
    public void enable() {
        if (state != State.DISABLED) {
            throw new RuleViolation("rule.account.not-disabled");
        }
        state = confirmedAt == null ? State.UNCONFIRMED : State.ACTIVE;
    }

    /** She signs in with this address from now on. */
    public void move(EmailAddress email) {
        this.email = email.original();
        this.emailCanonical = email.canonical();
    }

    /** @param passwordHash of the new password */
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

    public String name() {
        return firstName + " " + lastName;
    }

    /** Its person, as somebody who acts. */
    public Actor actor() {
        return new Actor(staffMemberId == null ? Actor.Kind.MANAGER : Actor.Kind.STAFF, id(), name());
    }

    /** Whether this password is the one of the account; nothing typed never is. */
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

    /** {@code fr} or {@code en}: the language of the mails to this person. */
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
