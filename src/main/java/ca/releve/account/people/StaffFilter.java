package ca.releve.account.people;

import ca.releve.account.Role;
import ca.releve.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What an administratrice looks for in the list of the staff. */
class StaffFilter {

    private String text = "";
    private String role = "";
    private String state = "active";

    /** @return null for both */
    Boolean active() {
        return switch (state) {
            case "all" -> null;
            case "inactive" -> false;
            default -> true;
        };
    }

    /** Whatever the address says that is no role of the staff stands for all of them. */
    Optional<Role> wantedRole() {
        return roles().filter(it -> it.name().equals(role)).findFirst();
    }

    public boolean isSet() {
        return !text.isBlank() || wantedRole().isPresent() || !state.equals("active");
    }

    /** The roles that somebody of the service may have. */
    static Stream<Role> roles() {
        return Stream.of(Role.values()).filter(Role::isStaff);
    }

    List<Choice> roles(MessageSource messages, Locale locale) {
        return roles().map(it -> Choice.of(it, messages.getMessage("role." + it, null, locale)))
                .toList();
    }

    List<Choice> states(MessageSource messages, Locale locale) {
        return Stream.of("active", "inactive", "all")
                .map(it -> Choice.of(it, messages.getMessage("staff.filter." + it, null, locale)))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
