package ca.releve.account;

import ca.releve.client.ManagerScope;
import ca.releve.history.Actor;
import ca.releve.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is at the other end of this request, with the rights of this moment: read again at every click, so that a right that
 * was taken away is gone at the next one (ACC-10).
 *
 * @param clientName the client of a manager; null for staff
 * @param scopeOfManager what a manager may see; null for staff
 */
public record CurrentAccount(
        UUID id,
        String firstName,
        String lastName,
        String email,
        Role role,
        String clientName,
        ManagerScope scopeOfManager) {

    /** @return empty if nobody is signed in */
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

    /** Whether she has the same role as a moment ago, and a manager sees no less. */
    boolean mayAllOf(CurrentAccount before) {
        return role == before.role
                && (before.scopeOfManager == null || scopeOfManager.seesAllOf(before.scopeOfManager));
    }

    /** @throws NotFound if she is not a manager: nothing of a client is hers */
    public ManagerScope scope() {
        return Optional.ofNullable(scopeOfManager).orElseThrow(NotFound::new);
    }

    public Actor actor() {
        return new Actor(isStaff() ? Actor.Kind.STAFF : Actor.Kind.MANAGER, id, name());
    }
}
