package ca.releve.account;

import ca.releve.client.ManagerScope;
import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The user of this request with the rights of this moment. They are read at every request, so that a right that was removed
 * is gone at the next one (ACC-10).
 *
 * @param fullName the name, with what tells the user apart from another one of the same name
 * @param clientName the client of a manager; null for staff
 * @param scopeOfManager what a manager may see; null for staff
 * @param menuCounts the numbers of the user's menu by name
 */
public record CurrentAccount(
        UUID id,
        String firstName,
        String lastName,
        String fullName,
        String email,
        Role role,
        String clientName,
        ManagerScope scopeOfManager,
        Map<String, Integer> menuCounts) {

    /** @return empty if the user is not signed in */
    public static Optional<CurrentAccount> of(HttpServletRequest request) {
        return Optional.ofNullable((CurrentAccount) request.getAttribute(CurrentAccountFilter.ATTRIBUTE));
    }

    public String name() {
        return firstName + " " + lastName;
    }

    public boolean isStaff() {
        return role.isStaff();
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Whether the role is the same as before and a manager sees no less. */
    boolean mayAllOf(CurrentAccount before) {
        return role == before.role
                && (before.scopeOfManager == null || scopeOfManager.seesAllOf(before.scopeOfManager));
    }

    /** @throws NotFound if the user is not a manager */
    public ManagerScope scope() {
        return Optional.ofNullable(scopeOfManager).orElseThrow(NotFound::new);
    }

    public Actor actor() {
        return new Actor(isStaff() ? Actor.Kind.STAFF : Actor.Kind.MANAGER, id, fullName);
    }
}
