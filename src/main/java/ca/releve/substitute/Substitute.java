package ca.releve.substitute;

import ca.releve.format.EmailAddress;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A remplaçante: a person whom the service assigns to shifts at facilities. */
@Entity
public class Substitute extends VersionedEntity {

    private String firstName;
    private String lastName;
    private String email;
    private String emailCanonical;
    private String phone;

    /** What tells the person apart from another active one of the same name; the database keeps it. */
    @Column(insertable = false, updatable = false)
    private String mark;

    private boolean qualified;
    private boolean active = true;

    @ElementCollection
    @CollectionTable(name = "substitute_job_function", joinColumns = @JoinColumn(name = "substitute_id"))
    @Column(name = "job_function_id")
    private Set<UUID> jobFunctionIds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "substitute_age_group", joinColumns = @JoinColumn(name = "substitute_id"))
    @Column(name = "age_group_id")
    private Set<UUID> ageGroupIds = new HashSet<>();

    protected Substitute() {}

    public Substitute(String firstName, String lastName, String email, String phone, boolean qualified) {
        edit(firstName, lastName, email, phone, qualified);
    }

    void edit(String firstName, String lastName, String email, String phone, boolean qualified) {
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.email = email.strip();
        this.emailCanonical =
                EmailAddress.parse(email).map(EmailAddress::canonical).orElse("");
        this.phone = phone.strip();
        this.qualified = qualified;
    }

    /** Sets the functions and the age groups of children that the substitute may be assigned for. */
    public void mayDo(Collection<UUID> jobFunctions, Collection<UUID> ageGroups) {
        jobFunctionIds.clear();
        jobFunctionIds.addAll(jobFunctions);
        ageGroupIds.clear();
        ageGroupIds.addAll(ageGroups);
    }

    void deactivate() {
        active = false;
    }

    void reactivate() {
        active = true;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    /** The name, with the {@link #mark} if another active substitute has the same one. */
    public String name() {
        String name = firstName + " " + lastName;
        return mark == null || mark.isEmpty() ? name : name + " (" + mark + ")";
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    /** Whether the substitute holds a DEC in techniques d'éducation à l'enfance or a recognised equivalence. */
    public boolean isQualified() {
        return qualified;
    }

    public Set<UUID> jobFunctionIds() {
        return Set.copyOf(jobFunctionIds);
    }

    public Set<UUID> ageGroupIds() {
        return Set.copyOf(ageGroupIds);
    }

    /** Whether the substitute may be assigned to shifts. */
    public boolean isActive() {
        return active;
    }
}
