package ca.releve.client;

import ca.releve.shared.VersionedEntity;
import jakarta.persistence.Entity;
import java.util.UUID;

/** An installation: a place of a client, with an address and instructions for whoever comes. */
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

    void edit(String name, String street, String city, String postalCode, String phone, String instructions) {
        this.name = name.strip();
        this.street = street.strip();
        this.city = city.strip();
        this.postalCode = postalCode.strip();
        this.phone = phone.strip();
        this.instructions = instructions.strip();
    }

    void deactivate() {
        active = false;
    }

    void reactivate() {
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

    /** What somebody who comes for the first time must know: the door, the parking, whom to ask for. */
    public String instructions() {
        return instructions;
    }

    /** Whether new requests may be made for it. */
    public boolean isActive() {
        return active;
    }
}
