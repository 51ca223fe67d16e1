package ca.releve.account;

import ca.releve.format.EmailAddress;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import ca.releve.web.settings.SecurityNumbers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A répartitrice or administratrice of the service; may have an account. */
@Entity
public class StaffMember extends VersionedEntity {

    private String firstName;
    private String lastName;
    private String email;
    private String emailCanonical;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active = true;
    private Instant invitedAt;

    protected StaffMember() {}

    /** @throws IllegalArgumentException if the role is not one of the service's staff */
    public StaffMember(String firstName, String lastName, EmailAddress email, Role role) {
        edit(firstName, lastName, role);
        move(email);
    }

    public void edit(String firstName, String lastName, Role role) {
        if (!role.isStaff()) {
            throw new IllegalArgumentException("Not a role of the staff: " + role);
        }
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.role = role;
    }

    public void move(EmailAddress email) {
        if (!email.canonical().equals(emailCanonical)) {
            invitedAt = null;
        }
        this.email = email.original();
        this.emailCanonical = email.canonical();
    }

    public void deactivate() {
        if (!active) {
            throw new RuleViolation("rule.staff.inactive-already");
        }
        active = false;
    }

    public void reactivate() {
        if (active) {
            throw new RuleViolation("rule.staff.active-already");
        }
        active = true;
    }

    /**
     * Records a mailed invitation to create an account.
     *
     * @throws RuleViolation if the last one is recent
     */
    public void invite(Instant now) {
        if (invitedAt != null && now.isBefore(invitedAt.plus(SecurityNumbers.MAIL_AGAIN_AFTER))) {
            throw new RuleViolation("rule.staff.invited-lately");
        }
        invitedAt = now;
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

    public String email() {
        return email;
    }

    public String emailCanonical() {
        return emailCanonical;
    }

    public Role role() {
        return role;
    }

    /** Whether the member may sign in, or create an account. */
    public boolean isActive() {
        return active;
    }
}
