package ca.releve.staff;

import ca.releve.account.Role;
import ca.releve.account.StaffMember;
import ca.releve.format.EmailAddress;
import ca.releve.history.Changes;
import ca.releve.history.Fact;
import ca.releve.web.form.PersonForm;
import java.util.Optional;
import org.springframework.validation.Errors;

/** The fields of a member of the staff; the address and the role count only where they may be changed. */
class StaffForm extends PersonForm {

    private Role role;

    static StaffForm of(StaffMember member) {
        StaffForm form = new StaffForm();
        form.setFirstName(member.firstName());
        form.setLastName(member.lastName());
        form.setEmail(member.email());
        form.role = member.role();
        return form;
    }

    /** @return empty if it is none, which becomes an error of the form */
    Optional<EmailAddress> checkAddress(Errors errors) {
        Optional<EmailAddress> address = EmailAddress.parse(getEmail());
        if (address.isEmpty()) {
            errors.rejectValue("email", "person.email.invalid");
        }
        return address;
    }

    void checkRole(Errors errors) {
        if (!errors.hasFieldErrors("role") && (role == null || !role.isStaff())) {
            errors.rejectValue("role", "staff.role.required");
        }
    }

    /** The role that the member gets: the present one unless another is chosen. */
    Role roleOf(StaffMember member) {
        return role == null ? member.role() : role;
    }

    /** @param withAddress whether the address may be changed */
    Changes changes(StaffMember member, boolean withAddress) {
        return new Changes()
                .text("field.firstName", member.firstName(), getFirstName())
                .text("field.lastName", member.lastName(), getLastName())
                .text("field.email", member.email(), withAddress ? getEmail() : member.email())
                .fact("field.role", roleFact(member.role()), roleFact(roleOf(member)));
    }

    static String roleFact(Role role) {
        return Fact.message("role." + role);
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
