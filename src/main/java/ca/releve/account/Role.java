package ca.releve.account;

/** What somebody who is signed in may do. */
public enum Role {
    /** Gestionnaire: asks for replacements and approves hours of her client. */
    MANAGER,
    /** Répartitrice: finds substitutes for the requests of all clients. */
    DISPATCHER,
    /** Administratrice: everything that the service's staff may do. */
    ADMINISTRATOR;

    /** The name of the right as Spring Security knows it. */
    public String authority() {
        return "ROLE_" + name();
    }

    public boolean isStaff() {
        return this != MANAGER;
    }
}
