package ca.releve.history;

import java.util.UUID;

/** The author of a change: a manager, a member of the staff, or the portal itself. */
public record Actor(Kind kind, UUID id, String name) {

    /** The kinds of actors. */
    public enum Kind {
        /** A gestionnaire of a client. */
        MANAGER,
        /** A répartitrice or an administratrice of the service. */
        STAFF,
        /** The portal, for changes that no user makes. */
        SYSTEM
    }

    /** The portal itself, for changes by scheduled tasks. */
    public static final Actor PORTAL = new Actor(Kind.SYSTEM, null, "Relève");

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }
}
