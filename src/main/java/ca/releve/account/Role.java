package ca.releve.account;

/** What a signed-in user may do. */
public enum Role {
    /** Gestionnaire: requests replacements and approves hours of one client. */
    MANAGER,
    /** Répartitrice: finds substitutes for the requests of all clients. */
    DISPATCHER,
    /** Administratrice: everything that the service's staff may do. */
    ADMINISTRATOR;

    public String authority() {
        return "ROLE_" + name();
    }

    public boolean isStaff() {
        return this != MANAGER;
    }
}
