package ca.releve.substitute;

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

/** A remplaçante: somebody whom the service sends to installations. */
@Entity
public class Substitute extends VersionedEntity {

    private String firstName;
    private String lastName;
    private String email;
    private String phone;
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
        this.phone = phone.strip();
        this.qualified = qualified;
    }

    /** What she may be sent for: functions, and age groups of children. */
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

    public String name() {
        return firstName + " " + lastName;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    /** Holds a DEC in techniques d'éducation à l'enfance or a recognised equivalence. */
    public boolean isQualified() {
        return qualified;
    }

    public Set<UUID> jobFunctionIds() {
        return Set.copyOf(jobFunctionIds);
    }

    public Set<UUID> ageGroupIds() {
        return Set.copyOf(ageGroupIds);
    }

    /** Whether she may be given new shifts. */
    public boolean isActive() {
        return active;
    }
}
