package ca.releve.account.people;

import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.client.EmailAddress;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.web.NameOfPerson;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** A member of the staff as she is typed; address and role stand in it only where they may be chosen. */
class StaffForm {

    @NotBlank(message = "{person.firstName.required}")
    @NameOfPerson
    private String firstName = "";

    @NotBlank(message = "{person.lastName.required}")
    @NameOfPerson
    private String lastName = "";

    private String email = "";
    private Role role;

    static StaffForm of(StaffMember member) {
        StaffForm form = new StaffForm();
        form.firstName = member.firstName();
        form.lastName = member.lastName();
        form.email = member.email();
        form.role = member.role();
        return form;
    }

    /** @return empty if what was typed is no address */
    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /**
     * @param withAddress whether the address may be changed
     * @param role the role that she gets
     */
    Changes changes(StaffMember member, boolean withAddress, Role role) {
        return new Changes()
                .text("field.firstName", member.firstName(), firstName)
                .text("field.lastName", member.lastName(), lastName)
                .text("field.email", member.email(), withAddress ? email : member.email())
                .fact("field.role", roleFact(member.role()), roleFact(role));
    }

    static String roleFact(Role role) {
        return Fact.message("role." + role);
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

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
