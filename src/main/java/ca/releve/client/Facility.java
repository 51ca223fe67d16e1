package ca.releve.client;

import ca.releve.shared.RuleViolation;
import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import java.util.UUID;

/** An installation: a place of a client where substitutes work. */
@Entity
public class Facility extends VersionedEntity {

    private UUID clientId;
    private String name;
    private String street;
    private String city;
    private String postalCode;
    private String phone;
    private String instructions;
    private boolean active = true;

    protected Facility() {}

    public Facility(
            Client client,
            String name,
            String street,
            String city,
            String postalCode,
            String phone,
            String instructions) {
        this.clientId = client.id();
        edit(name, street, city, postalCode, phone, instructions);
    }

    public void edit(String name, String street, String city, String postalCode, String phone, String instructions) {
        this.name = name.strip();
        this.street = street.strip();
        this.city = city.strip();
        this.postalCode = postalCode.strip();
        this.phone = phone.strip();
        this.instructions = instructions.strip();
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

    public String name() {
        return name;
    }

    public String street() {
        return street;
    }

    public String city() {
        return city;
    }

    public String postalCode() {
        return postalCode;
    }

    public String phone() {
        return phone;
    }

    /** What a substitute needs to know before the first visit: the entrance, parking, whom to ask for. */
    public String instructions() {
        return instructions;
    }

    /** @throws RuleViolation if managers may make no new requests for it */
    public void requireActive() {
        RuleViolation.unless(active, "rule.facility.inactive");
    }

    /** Whether managers may make new requests for it. */
    public boolean isActive() {
        return active;
    }
}
