package ca.releve.load.run;

/** Who asks for a page. */
enum Role {
    MANAGER,
    ADMINISTRATOR,
    STRANGER
}
