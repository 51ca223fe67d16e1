package ca.releve.client;

import ca.releve.format.EmailAddress;
import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A gestionnaire: a person who asks for replacements for a client. The service knows them by email address; they may have an
 * account.
 */
@Entity
public class ClientManager extends VersionedEntity {

    private UUID clientId;
    private String firstName;
    private String lastName;
    private String email;
    private String emailCanonical;
    private String phone;
    private boolean allFacilities = true;
    private boolean active = true;

    @ElementCollection
    @CollectionTable(name = "client_manager_facility", joinColumns = @JoinColumn(name = "client_manager_id"))
    private Set<FacilityOfClient> facilities = new HashSet<>();

    protected ClientManager() {}

    public ClientManager(Client client, String firstName, String lastName, EmailAddress email, String phone) {
        this.clientId = client.id();
        edit(firstName, lastName, email, phone);
    }

    public void edit(String firstName, String lastName, EmailAddress email, String phone) {
        this.firstName = firstName.strip();
        this.lastName = lastName.strip();
        this.phone = phone.strip();
        move(email);
    }

    /** Changes the email address. */
    public void move(EmailAddress email) {
        this.email = email.original();
        this.emailCanonical = email.canonical();
    }

    /** Lets the manager see all facilities of the client, also later ones. */
    public void openAllFacilities() {
        allFacilities = true;
        facilities.clear();
    }

    /**
     * Limits the manager to some facilities.
     *
     * @throws RuleViolation if none is given or one is another client's
     */
    public void limitTo(Collection<Facility> chosen) {
        if (chosen.isEmpty() || chosen.stream().anyMatch(it -> !it.clientId().equals(clientId))) {
            throw new RuleViolation("rule.manager.facilities");
        }
        allFacilities = false;
        facilities.clear();
        chosen.forEach(it -> facilities.add(new FacilityOfClient(clientId, it.id())));
    }

    public void deactivate() {
        active = false;
    }

    public void reactivate() {
        active = true;
    }

    public UUID clientId() {
        return clientId;
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

    public EmailAddress address() {
        return new EmailAddress(email, emailCanonical);
    }

    public String phone() {
        return phone;
    }

    public boolean seesAllFacilities() {
        return allFacilities;
    }

    public Set<UUID> facilityIds() {
        return facilities.stream().map(FacilityOfClient::facilityId).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isActive() {
        return active;
    }

    @Embeddable
    record FacilityOfClient(
            @Column(name = "client_id") UUID clientId,
            @Column(name = "facility_id") UUID facilityId) {}
}
