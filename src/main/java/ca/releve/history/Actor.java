package ca.releve.history;

import java.util.UUID;

/** Who acts: a person of a client, a person of the service, or the portal itself. */
public record Actor(Kind kind, UUID id, String name) {

    /** The side of the counter that somebody acts from. */
    public enum Kind {
        /** A gestionnaire of a client. */
        MANAGER,
        /** A répartitrice or an administratrice of the service. */
        STAFF,
        /** The portal, for what happens by itself. */
        SYSTEM
    }

    /** The portal itself, for what happens with the passing of time. */
    public static final Actor PORTAL = new Actor(Kind.SYSTEM, null, "Relève");

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }
}
