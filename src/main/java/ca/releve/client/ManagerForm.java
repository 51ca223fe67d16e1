package ca.releve.client;

import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.web.NameOfPerson;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A manager as she is typed. */
class ManagerForm {

    @NotBlank(message = "{person.firstName.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{person.lastName.required}")
    @NameOfPerson
    private String lastName = "";

    private String email = "";

    @Size(max = 40, message = "{admin.phone.long}")
    private String phone = "";

    @NotNull(message = "{manager.allFacilities.required}")
    private Boolean allFacilities = true;

    private List<UUID> facilityIds = List.of();

    static ManagerForm of(ClientManager manager) {
        ManagerForm form = new ManagerForm();
        form.firstName = manager.firstName();
        form.lastName = manager.lastName();
        form.email = manager.email();
        form.phone = manager.phone();
        form.allFacilities = manager.seesAllFacilities();
        form.facilityIds = List.copyOf(manager.facilityIds());
        return form;
    }

    ClientManager toManager(Client client, EmailAddress address) {
        return new ClientManager(client, firstName, lastName, address, phone);
    }

    void apply(ClientManager manager, EmailAddress address) {
        manager.edit(firstName, lastName, address, phone);
    }

    /** @param facilities the installations of her client */
    Changes changes(ClientManager manager, Collection<Facility> facilities) {
        return new Changes()
                .text("field.firstName", manager.firstName(), firstName)
                .text("field.lastName", manager.lastName(), lastName)
                .text("field.email", manager.email(), email)
                .text("field.phone", manager.phone(), phone)
                .fact(
                        "field.facilityIds",
                        seen(manager.seesAllFacilities(), manager.facilityIds(), facilities),
                        seen(allFacilities, facilityIds, facilities));
    }

    private static String seen(boolean all, Collection<UUID> ids, Collection<Facility> facilities) {
        return all
                ? Fact.message("manager.facilities.all")
                : Fact.text(facilities.stream()
                        .filter(it -> ids.contains(it.id()))
                        .map(Facility::name)
                        .collect(Collectors.joining(", ")));
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Boolean getAllFacilities() {
        return allFacilities;
    }

    public void setAllFacilities(Boolean allFacilities) {
        this.allFacilities = allFacilities;
    }

    public List<UUID> getFacilityIds() {
        return facilityIds;
    }

    public void setFacilityIds(List<UUID> facilityIds) {
        this.facilityIds = facilityIds;
    }
}
