package ca.releve.account;

import ca.releve.client.EmailAddress;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A person of the service, répartitrice or administratrice, known by e-mail address; she may have an account. */
@Entity
public class StaffMember extends VersionedEntity {

    private String firstName;
    private String lastName;
    private String email;
    private String emailCanonical;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active = true;

    protected StaffMember() {}

    /** @throws IllegalArgumentException if the role is not one of the service's staff */
    public StaffMember(String firstName, String lastName, EmailAddress email, Role role) {
        if (!role.isStaff()) {
            throw new IllegalArgumentException("Not a role of the staff: " + role);
        }
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.email = email.original();
        this.emailCanonical = email.canonical();
        this.role = role;
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

    public boolean isActive() {
        return active;
    }
}
