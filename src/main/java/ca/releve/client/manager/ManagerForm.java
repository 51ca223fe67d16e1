package ca.releve.client.manager;

import ca.releve.client.Client;
import ca.releve.client.ClientManager;
import ca.releve.client.Facility;
import ca.releve.format.EmailAddress;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.web.form.Choice;
import ca.releve.web.form.PersonForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.Errors;

/** The fields of a manager. */
class ManagerForm extends PersonForm {

    @Size(max = 40, message = "{admin.phone.long}")
    private String phone = "";

    @NotNull(message = "{manager.allFacilities.required}")
    private Boolean allFacilities = true;

    private List<UUID> facilityIds = List.of();

    static ManagerForm of(ClientManager manager) {
        ManagerForm form = new ManagerForm();
        form.setFirstName(manager.firstName());
        form.setLastName(manager.lastName());
        form.setEmail(manager.email());
        form.phone = manager.phone();
        form.allFacilities = manager.seesAllFacilities();
        form.facilityIds = List.copyOf(manager.facilityIds());
        return form;
    }

    /**
     * Adds an error if the email address is none, or if the manager is limited to no facility or to one of another client.
     *
     * @param ofClient the facilities of the client
     */
    void check(Collection<Facility> ofClient, Errors errors) {
        if (EmailAddress.parse(getEmail()).isEmpty()) {
            errors.rejectValue("email", "person.email.invalid");
        }
        Set<UUID> ids = ofClient.stream().map(Facility::id).collect(Collectors.toSet());
        if (Boolean.FALSE.equals(allFacilities) && (facilityIds.isEmpty() || !ids.containsAll(facilityIds))) {
            errors.rejectValue("facilityIds", "rule.manager.facilities");
        }
    }

    /** The email address of a form without errors. */
    EmailAddress address() {
        return EmailAddress.parse(getEmail()).orElseThrow();
    }

    ClientManager toManager(Client client) {
        return new ClientManager(client, getFirstName(), getLastName(), address(), phone);
    }

    void apply(ClientManager manager) {
        manager.edit(getFirstName(), getLastName(), address(), phone);
    }

    /** @param facilities the facilities of the client */
    Changes changes(ClientManager manager, Collection<Facility> facilities) {
        return new Changes()
                .text("field.firstName", manager.firstName(), getFirstName())
                .text("field.lastName", manager.lastName(), getLastName())
                .text("field.email", manager.email(), getEmail())
                .text("field.phone", manager.phone(), phone)
                .fact(
                        "field.facilityIds",
                        visible(manager.seesAllFacilities(), manager.facilityIds(), facilities),
                        visible(allFacilities, facilityIds, facilities));
    }

    /** The facilities to choose from: the active ones, and those that are chosen already. */
    List<Choice> facilityChoices(Collection<Facility> ofClient) {
        return ofClient.stream()
                .filter(it -> it.isActive() || facilityIds.contains(it.id()))
                .map(it -> Choice.of(it.id(), it.name()))
                .toList();
    }

    /** The answers to whether the manager sees all facilities of the client. */
    static List<Choice> reachChoices(MessageSource messages) {
        Locale locale = LocaleContextHolder.getLocale();
        return Stream.of(true, false)
                .map(all -> {
                    String key = "manager.reach." + (all ? "all" : "some");
                    return new Choice(
                            String.valueOf(all),
                            messages.getMessage(key, null, locale),
                            messages.getMessage(key + ".hint", null, locale));
                })
                .toList();
    }

    private static String visible(boolean all, Collection<UUID> ids, Collection<Facility> facilities) {
        return all
                ? Fact.message("manager.facilities.all")
                : Fact.text(facilities.stream()
                        .filter(it -> ids.contains(it.id()))
                        .map(Facility::name)
                        .collect(Collectors.joining(", ")));
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
