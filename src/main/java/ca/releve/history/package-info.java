/** The append-only history of changes: who did what, when and why. */
@org.springframework.modulith.ApplicationModule(
        displayName = "History",
        allowedDependencies = {"web", "format", "shared"})
package ca.releve.history;
