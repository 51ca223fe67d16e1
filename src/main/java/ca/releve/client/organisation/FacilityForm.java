package ca.releve.client.organisation;

import ca.releve.client.Client;
import ca.releve.client.Facility;
import ca.releve.format.OneLine;
import ca.releve.history.Changes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** The fields of a facility. */
class FacilityForm {

    @NotBlank(message = "{facility.name.required}")
    @Size(max = 160, message = "{name.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
    private String name = "";

    @NotBlank(message = "{facility.street.required}")
    @Size(max = 200, message = "{facility.street.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
    private String street = "";

    @NotBlank(message = "{facility.city.required}")
    @Size(max = 120, message = "{facility.city.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
    private String city = "";

    @Pattern(regexp = "\\s*+([A-Za-z]\\d[A-Za-z][ -]?\\d[A-Za-z]\\d\\s*+)?", message = "{facility.postalCode.invalid}")
    private String postalCode = "";

    @Size(max = 40, message = "{admin.phone.long}")
    private String phone = "";

    @Size(max = 2000, message = "{facility.instructions.long}")
    private String instructions = "";

    static FacilityForm of(Facility facility) {
        FacilityForm form = new FacilityForm();
        form.name = facility.name();
        form.street = facility.street();
        form.city = facility.city();
        form.postalCode = facility.postalCode();
        form.phone = facility.phone();
        form.instructions = facility.instructions();
        return form;
    }

    Facility toFacility(Client client) {
        return new Facility(client, name, street, city, normalisedPostalCode(), phone, instructions);
    }

    void apply(Facility facility) {
        facility.edit(name, street, city, normalisedPostalCode(), phone, instructions);
    }

    Changes changes(Facility facility) {
        return new Changes()
                .text("field.name", facility.name(), name)
                .text("field.street", facility.street(), street)
                .text("field.city", facility.city(), city)
                .text("field.postalCode", facility.postalCode(), normalisedPostalCode())
                .text("field.phone", facility.phone(), phone)
                .text("field.instructions", facility.instructions(), instructions);
    }

    /** The postal code as {@code G1R 2B5}; the user may type it in lower case, with a hyphen or without a space. */
    private String normalisedPostalCode() {
        String signs = postalCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return signs.length() == 6 ? signs.substring(0, 3) + " " + signs.substring(3) : signs;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getInstructions() {
        return instructions;
    }

    public void setInstructions(String instructions) {
        this.instructions = instructions;
    }
}
