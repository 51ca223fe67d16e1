package ca.releve.substitute;

import ca.releve.catalog.CatalogChoices;
import ca.releve.history.Changes;
import ca.releve.web.NameOfPerson;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** A substitute as she is typed. */
class SubstituteForm {

    @NotBlank(message = "{person.firstName.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{person.lastName.required}")
    @NameOfPerson
    private String lastName = "";

    @NotBlank(message = "{person.email.invalid}")
    @Size(max = 254, message = "{person.email.invalid}")
    @Pattern(
            regexp = "\\s*+([^\\s@]{1,64}@[^\\s@.]{1,63}(\\.[^\\s@.]{1,63}){1,10}\\s*+)?",
            message = "{person.email.invalid}")
    private String email = "";

    @NotBlank(message = "{substitute.phone.required}")
    @Size(max = 40, message = "{admin.phone.long}")
    private String phone = "";

    @NotNull(message = "{substitute.qualified.required}")
    private Boolean qualified;

    private List<UUID> jobFunctionIds = List.of();

    private List<UUID> ageGroupIds = List.of();

    static SubstituteForm of(Substitute substitute) {
        SubstituteForm form = new SubstituteForm();
        form.firstName = substitute.firstName();
        form.lastName = substitute.lastName();
        form.email = substitute.email();
        form.phone = substitute.phone();
        form.qualified = substitute.isQualified();
        form.jobFunctionIds = List.copyOf(substitute.jobFunctionIds());
        form.ageGroupIds = List.copyOf(substitute.ageGroupIds());
        return form;
    }

    Substitute toSubstitute() {
        Substitute substitute = new Substitute(firstName, lastName, email, phone, qualified);
        substitute.mayDo(jobFunctionIds, ageGroupIds);
        return substitute;
    }

    void apply(Substitute substitute) {
        substitute.edit(firstName, lastName, email, phone, qualified);
        substitute.mayDo(jobFunctionIds, ageGroupIds);
    }

    Changes changes(Substitute substitute, CatalogChoices catalog) {
        return new Changes()
                .text("field.firstName", substitute.firstName(), firstName)
                .text("field.lastName", substitute.lastName(), lastName)
                .text("field.email", substitute.email(), email)
                .text("field.phone", substitute.phone(), phone)
                .yesNo("field.qualified", substitute.isQualified(), qualified)
                .fact(
                        "field.jobFunctionIds",
                        catalog.factOf(substitute.jobFunctionIds()),
                        catalog.factOf(jobFunctionIds))
                .fact("field.ageGroupIds", catalog.factOf(substitute.ageGroupIds()), catalog.factOf(ageGroupIds));
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
