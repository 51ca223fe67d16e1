package ca.releve.staff;

import ca.releve.account.Role;
import ca.releve.web.form.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The filter of the list of the staff; its components are the parameters of the address.
 *
 * @param texte part of a name or an email address
 * @param role null for both roles of the staff
 * @param etat {@code inactifs} or {@code tous}; null for the active ones
 */
public record StaffFilter(String texte, String role, String etat) {

    private static final String INACTIVE = "inactifs";
    private static final String ALL = "tous";

    public StaffFilter {
        String asked = role;
        role = roles().anyMatch(it -> it.name().equals(asked)) ? role : null;
        etat = INACTIVE.equals(etat) || ALL.equals(etat) ? etat : null;
    }

    /** Whether only active or only inactive people are listed; null for both. */
    Boolean active() {
        return ALL.equals(etat) ? null : !INACTIVE.equals(etat);
    }

    /** The roles of the staff. */
    static Stream<Role> roles() {
        return Stream.of(Role.values()).filter(Role::isStaff);
    }

    static List<Choice> roles(MessageSource messages, Locale locale) {
        return Choice.of(roles(), "role.", messages, locale);
    }

    static List<Choice> states(MessageSource messages, Locale locale) {
        return Choice.of(Stream.of("actifs", INACTIVE, ALL), "staff.filter.", messages, locale);
    }
}
