/** Substitutes: contact data, qualification, functions and age groups. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Substitute",
        allowedDependencies = {"catalog", "history", "web", "format", "shared"})
package ca.releve.substitute;
