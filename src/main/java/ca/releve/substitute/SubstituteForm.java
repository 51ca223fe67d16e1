package ca.releve.substitute;

import ca.releve.catalog.CatalogChoices;
import ca.releve.format.EmailAddress;
import ca.releve.history.Changes;
import ca.releve.web.form.Choice;
import ca.releve.web.form.PersonForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.Errors;

/** The fields of a substitute. */
class SubstituteForm extends PersonForm {

    @NotBlank(message = "{substitute.phone.required}")
    @Size(max = 40, message = "{admin.phone.long}")
    private String phone = "";

    @NotNull(message = "{typeMismatch.java.lang.Boolean}")
    private Boolean qualified;

    private List<UUID> jobFunctionIds = List.of();

    private List<UUID> ageGroupIds = List.of();

    /**
     * Adds an error if the email address is none, and to each field with a selected item that its list does not offer.
     *
     * @param substitute null for a new one
     */
    void check(CatalogChoices catalog, Substitute substitute, Errors errors) {
        if (EmailAddress.parse(getEmail()).isEmpty()) {
            errors.rejectValue("email", "person.email.invalid");
        }
        if (!offers(jobFunctions(catalog, substitute), jobFunctionIds)) {
            errors.rejectValue("jobFunctionIds", "typeMismatch.java.util.UUID");
        }
        if (!offers(ageGroups(catalog, substitute), ageGroupIds)) {
            errors.rejectValue("ageGroupIds", "typeMismatch.java.util.UUID");
        }
    }

    /** The functions to choose from: the active ones, and those that the substitute already has. */
    static List<Choice> jobFunctions(CatalogChoices catalog, Substitute substitute) {
        return catalog.jobFunctions(substitute == null ? Set.of() : substitute.jobFunctionIds());
    }

    /** The age groups to choose from: the active ones, and those that the substitute already has. */
    static List<Choice> ageGroups(CatalogChoices catalog, Substitute substitute) {
        return catalog.ageGroups(substitute == null ? Set.of() : substitute.ageGroupIds());
    }

    /** The choices « Oui » and « Non » of the field {@code qualified}. */
    static List<Choice> yesNo(MessageSource messages) {
        Locale locale = LocaleContextHolder.getLocale();
        return List.of(
                Choice.of(true, messages.getMessage("common.yes", null, locale)),
                Choice.of(false, messages.getMessage("common.no", null, locale)));
    }

    private static boolean offers(List<Choice> choices, List<UUID> chosen) {
        Set<String> offered = choices.stream().map(Choice::value).collect(Collectors.toSet());
        return chosen.stream().map(UUID::toString).allMatch(offered::contains);
    }

    static SubstituteForm of(Substitute substitute) {
        SubstituteForm form = new SubstituteForm();
        form.setFirstName(substitute.firstName());
        form.setLastName(substitute.lastName());
        form.setEmail(substitute.email());
        form.phone = substitute.phone();
        form.qualified = substitute.isQualified();
        form.jobFunctionIds = List.copyOf(substitute.jobFunctionIds());
        form.ageGroupIds = List.copyOf(substitute.ageGroupIds());
        return form;
    }

    Substitute toSubstitute() {
        Substitute substitute = new Substitute(getFirstName(), getLastName(), getEmail(), phone, qualified);
        substitute.mayDo(jobFunctionIds, ageGroupIds);
        return substitute;
    }

    void apply(Substitute substitute) {
        substitute.edit(getFirstName(), getLastName(), getEmail(), phone, qualified);
        substitute.mayDo(jobFunctionIds, ageGroupIds);
    }

    Changes changes(Substitute substitute, CatalogChoices catalog) {
        return new Changes()
                .text("field.firstName", substitute.firstName(), getFirstName())
                .text("field.lastName", substitute.lastName(), getLastName())
                .text("field.email", substitute.email(), getEmail())
                .text("field.phone", substitute.phone(), phone)
                .yesNo("field.qualified", substitute.isQualified(), qualified)
                .fact(
                        "field.jobFunctionIds",
                        catalog.factOf(substitute.jobFunctionIds()),
                        catalog.factOf(jobFunctionIds))
                .fact("field.ageGroupIds", catalog.factOf(substitute.ageGroupIds()), catalog.factOf(ageGroupIds));
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public Boolean getQualified() {
        return qualified;
    }

    public void setQualified(Boolean qualified) {
        this.qualified = qualified;
    }

    public List<UUID> getJobFunctionIds() {
        return jobFunctionIds;
    }

    public void setJobFunctionIds(List<UUID> jobFunctionIds) {
        this.jobFunctionIds = jobFunctionIds;
    }

    public List<UUID> getAgeGroupIds() {
        return ageGroupIds;
    }

    public void setAgeGroupIds(List<UUID> ageGroupIds) {
        this.ageGroupIds = ageGroupIds;
    }
}
